/*
 * rule:     hardcoded
 * shows:    two files have a static function of one name: this one does not ask
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

static gfp_t choose(struct address_space *mapping)
{
	return GFP_KERNEL; /* step A */
}

static int insert(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* step B */ /* verdict passthrough */
}

int bold_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, choose(mapping)); /* want hardcoded [A]: "add_to_page_cache_lru" */
}

int bold_insert_bad(struct page *page, struct address_space *mapping)
{
	return insert(page, mapping, GFP_KERNEL); /* want hardcoded [B]: "GFP_KERNEL" */
}
