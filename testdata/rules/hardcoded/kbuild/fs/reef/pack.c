/*
 * rule:     hardcoded
 * shows:    a member that is there under a symbol of its own
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

int reef_pack_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded @(CONFIG_REEF_FS && CONFIG_REEF_PACK): "GFP_KERNEL" */
}
