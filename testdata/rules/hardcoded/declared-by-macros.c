/*
 * rule:     hardcoded
 * shows:    a macro declares the variable that the function uses, by its own name or by the one it is handed
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

#define given_mask(name, mask) gfp_t name = mask
#define fixed_mask(name) gfp_t name = GFP_NOFS | __GFP_FS
#define try_twice(what) ({ gfp_t mask_now = GFP_NOWAIT; int rc = (what); if (rc) { mask_now = GFP_KERNEL; rc = (what); } rc; })
#define try_more(what) ({ gfp_t mask_now = GFP_NOWAIT; int rc = (what); if (rc) { mask_now |= __GFP_FS; rc = (what); } rc; })
#define add_fs(mask) ((mask) |= __GFP_FS)

int by_the_name_it_is_handed_bad(struct page *page, struct address_space *mapping)
{
	fixed_mask(own);

	return add_to_page_cache_lru(page, mapping, 0, own); /* want hardcoded: "add_to_page_cache_lru" */
}

int with_the_mask_it_is_handed_bad(struct page *page, struct address_space *mapping)
{
	given_mask(own, GFP_KERNEL);

	return add_to_page_cache_lru(page, mapping, 0, own); /* want hardcoded: "GFP_KERNEL" */
}

int of_the_mapping_ok(struct page *page, struct address_space *mapping)
{
	given_mask(own, mapping_gfp_mask(mapping));

	return add_to_page_cache_lru(page, mapping, 0, own); /* verdict derived */
}

int by_its_own_name_bad(struct page *page, struct address_space *mapping)
{
	return try_twice(add_to_page_cache_lru(page, mapping, 0, mask_now)); /* want hardcoded: "GFP_KERNEL" */
}

int more_bits_later_bad(struct page *page, struct address_space *mapping)
{
	return try_more(add_to_page_cache_lru(page, mapping, 0, mask_now)); /* want unknown: "mask_now" */
}

int set_by_the_function_bad(struct page *page, struct address_space *mapping)
{
	given_mask(own, mapping_gfp_mask(mapping));

	own |= __GFP_FS;
	return add_to_page_cache_lru(page, mapping, 0, own); /* want unknown: "own" */
}

int set_by_another_macro_bad(struct page *page, struct address_space *mapping)
{
	given_mask(own, mapping_gfp_mask(mapping));

	add_fs(own);
	return add_to_page_cache_lru(page, mapping, 0, own); /* want unknown: "own" */
}
