/*
 * rule:     hardcoded
 * shows:    a member of a composite object bears the directory's symbol
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

int reef_inode_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded @(CONFIG_REEF_FS): "GFP_KERNEL" */
}

#ifdef CONFIG_REEF_DEBUG
int reef_debug_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded @(CONFIG_REEF_FS && CONFIG_REEF_DEBUG): "GFP_KERNEL" */
}
#endif

#ifndef CONFIG_REEF_FS
int reef_without_reef_ok(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* ok: no configuration builds this */
}
#endif
