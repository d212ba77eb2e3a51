/*
 * rule:     hardcoded
 * shows:    two files have a static function of one name: this one derives
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

static gfp_t choose(struct address_space *mapping)
{
	return mapping_gfp_mask(mapping);
}

static int insert(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return add_to_page_cache_lru(page, mapping, 0, mapping_gfp_constraint(mapping, gfp)); /* verdict derived */
}

int calm_ok(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, choose(mapping)); /* verdict derived */
}

int calm_insert_ok(struct page *page, struct address_space *mapping)
{
	return insert(page, mapping, GFP_KERNEL); /* ok: bounded by the callee of this file */
}
