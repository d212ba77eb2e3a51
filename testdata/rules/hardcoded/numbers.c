/*
 * rule:     hardcoded
 * shows:    masks that are written as numbers, by the bits that the headers number
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

#define BASIN_BIT 7
#define BASIN_MASK 0x4c0
#define BASIN_NOFS 0x440

#ifdef CONFIG_BASIN_DEEP
#define BASIN_DEPTH GFP_NOFS
#else
#define BASIN_DEPTH 0x80
#endif

enum basin_masks {
	BASIN_NONE,
	BASIN_SHALLOW = 0x440,
	BASIN_FULL = BASIN_SHALLOW | 1 << BASIN_BIT,
	BASIN_NEXT,
};

int literal_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, 0x4c0); /* want hardcoded: "0x4c0" */
}

int decimal_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, (gfp_t)128u); /* want hardcoded: "__GFP_FS|128u" */
}

int octal_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, 0200); /* want hardcoded: "add_to_page_cache_lru" */
}

int without_fs_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, 0x440); /* want hardcoded-nofs: "0x440" */
}

int without_both_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, 0x400); /* want hardcoded-weak: "0x400" */
}

int macro_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, BASIN_MASK); /* want hardcoded: "BASIN_MASK" */
}

int macro_without_fs_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, BASIN_NOFS); /* want hardcoded-nofs: "BASIN_NOFS" */
}

int macro_in_one_configuration_bad(struct page *page,
				   struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, BASIN_DEPTH); /* want hardcoded: "BASIN_DEPTH" */
}

int enumerator_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, BASIN_FULL); /* want hardcoded: "BASIN_FULL" */
}

int enumerator_without_fs_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, BASIN_SHALLOW); /* want hardcoded-nofs: "BASIN_SHALLOW" */
}

int counted_enumerator_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, BASIN_NEXT); /* want hardcoded: "BASIN_NEXT" */
}

int first_enumerator_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, BASIN_NONE); /* want hardcoded-weak: "BASIN_NONE" */
}

int shift_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_NOFS | 1u << BASIN_BIT); /* want hardcoded: "add_to_page_cache_lru" */
}

int shift_by_a_local_bad(struct page *page, struct address_space *mapping)
{
	int bit = 7;

	return add_to_page_cache_lru(page, mapping, 0, 1u << bit); /* want hardcoded: "add_to_page_cache_lru" */
}

int shifted_name_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, __GFP_IO << 1); /* want hardcoded: "add_to_page_cache_lru" */
}

int bit_macro_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_NOFS | BIT(7)); /* want hardcoded: "add_to_page_cache_lru" */
}

int twice_complemented_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, ~~GFP_KERNEL); /* want hardcoded: "add_to_page_cache_lru" */
}

int nothing_added_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL + 0); /* want hardcoded: "add_to_page_cache_lru" */
}

int added_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_NOFS + __GFP_FS); /* want hardcoded: "add_to_page_cache_lru" */
}

int taken_away_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL - __GFP_FS); /* want hardcoded-nofs: "add_to_page_cache_lru" */
}

int exclusive_or_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_NOFS ^ 0x80); /* want hardcoded: "add_to_page_cache_lru" */
}

int cleared_by_number_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL & ~0x80); /* want hardcoded-nofs: "add_to_page_cache_lru" */
}

int another_bit_cleared_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL & ~0x20); /* want hardcoded: "add_to_page_cache_lru" */
}

int by_a_truth_bad(struct page *page, struct address_space *mapping, int deep)
{
	return add_to_page_cache_lru(page, mapping, 0, /* want hardcoded: "add_to_page_cache_lru" */
				     GFP_NOFS | !!deep * __GFP_FS);
}

int minus_one_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, -1); /* want hardcoded: "add_to_page_cache_lru" */
}

int bit_without_name_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, 0x40000000 | __GFP_FS); /* want hardcoded: "add_to_page_cache_lru" */
}

int derived_and_zero_ok(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, /* verdict derived */
				     mapping_gfp_mask(mapping) + 0);
}

int derived_and_toggled_by_nothing_ok(struct page *page,
				      struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, /* verdict derived */
				     mapping_gfp_mask(mapping) ^ 0);
}

int derived_and_number_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, /* want re-added: "add_to_page_cache_lru" */
				     mapping_gfp_mask(mapping) | 0x80);
}

int derived_and_cleared_ok(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, /* verdict derived */
				     mapping_gfp_mask(mapping) & ~0x80);
}

struct page *flags_by_number_bad(struct address_space *mapping)
{
	return pagecache_get_page(mapping, 0, 0x4, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

struct page *no_flags_by_number_ok(struct address_space *mapping)
{
	return pagecache_get_page(mapping, 0, 0x2, GFP_KERNEL); /* verdict hardcoded-weak */
}
