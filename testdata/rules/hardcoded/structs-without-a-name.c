/*
 * rule:     hardcoded
 * shows:    a list sets the field of a struct that has no name but that of its type
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

typedef struct {
	gfp_t keel_gfp;
	int count;
} keel_t;

static int keel_page(struct page *page, struct address_space *mapping, keel_t *keel)
{
	return add_to_page_cache_lru(page, mapping, 0, keel->keel_gfp); /* verdict passthrough */
}

int keel_by_name_bad(struct page *page, struct address_space *mapping)
{
	keel_t own = { .keel_gfp = GFP_KERNEL }; /* want hardcoded: "GFP_KERNEL" */

	return keel_page(page, mapping, &own);
}

int keel_by_place_bad(struct page *page, struct address_space *mapping)
{
	keel_t own = { GFP_KERNEL, 1 }; /* miss hardcoded: "GFP_KERNEL" -- the index does not say who sets such a field by its place */

	return keel_page(page, mapping, &own);
}

int keel_here_bad(struct page *page, struct address_space *mapping)
{
	keel_t own = { mapping_gfp_mask(mapping), 1 };

	return add_to_page_cache_lru(page, mapping, 0, own.keel_gfp); /* want unknown: "set by its place" */
}
