/*
 * rule:     hardcoded
 * shows:    masks that are copied or filled as memory, chosen by the compiler, or what a mapping forbids
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct crate {
	int count;
	gfp_t crate_gfp;
};

int copied_bad(struct page *page, struct address_space *mapping)
{
	gfp_t own = mapping_gfp_mask(mapping);
	gfp_t other = GFP_KERNEL;

	memcpy(&own, &other, sizeof(own));
	return add_to_page_cache_lru(page, mapping, 0, own); /* want hardcoded: "GFP_KERNEL" */
}

int copied_struct_bad(struct page *page, struct address_space *mapping)
{
	struct crate own = { .crate_gfp = mapping_gfp_mask(mapping) };
	struct crate other = { .crate_gfp = GFP_KERNEL };

	memcpy(&own, &other, sizeof(own));
	return add_to_page_cache_lru(page, mapping, 0, own.crate_gfp); /* want hardcoded: "GFP_KERNEL" */
}

int copied_bytes_bad(struct page *page, struct address_space *mapping, const char *from)
{
	gfp_t own = mapping_gfp_mask(mapping);

	memcpy(&own, from, sizeof(own));
	return add_to_page_cache_lru(page, mapping, 0, own); /* want unknown: "memcpy" */
}

int copied_part_bad(struct page *page, struct address_space *mapping, int size)
{
	gfp_t own = mapping_gfp_mask(mapping);
	gfp_t other = GFP_NOFS;

	memcpy(&own, &other, size);
	return add_to_page_cache_lru(page, mapping, 0, own); /* want unknown: "memcpy" */
}

int chosen_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, /* want hardcoded: "GFP_KERNEL" */
				     __builtin_choose_expr(1, GFP_KERNEL, 0));
}

int forbidden_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, ~mapping_gfp_mask(mapping)); /* want hardcoded: "mapping_gfp_mask" */
}

int forbidden_of_constant_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, /* want hardcoded: "GFP_KERNEL" */
				     GFP_KERNEL & ~mapping_gfp_mask(mapping));
}
