/*
 * rule:     wrong-mapping
 * shows:    a field that is set to the mask of one mapping and read for another, by another function
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct cask {
	int count;
	gfp_t cask_gfp;
};

static int cask_page(struct page *page, struct address_space *mapping, struct cask *cask)
{
	return add_to_page_cache_lru(page, mapping, 0, cask->cask_gfp); /* verdict passthrough */
}

int cask_bad(struct page *page, struct address_space *mapping, struct address_space *other)
{
	struct cask own = {};

	own.cask_gfp = mapping_gfp_mask(mapping); /* verdict derived origin */
	return cask_page(page, other, &own); /* want wrong-mapping: "mapping" */
}

int cask_same_ok(struct page *page, struct address_space *mapping)
{
	struct cask own = {};

	own.cask_gfp = mapping_gfp_mask(mapping); /* verdict derived origin */
	return cask_page(page, mapping, &own); /* ok: the mask is that of the mapping */
}
