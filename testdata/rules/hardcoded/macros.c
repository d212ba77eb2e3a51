/*
 * rule:     hardcoded
 * shows:    macros as masks, as functions and as other names of sinks
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

#define PLAIN_GFP GFP_KERNEL
#define ALIAS_GFP PLAIN_GFP
#define COMPOSED_GFP (__GFP_NOWARN | ALIAS_GFP)
#define SAFE_GFP(m) mapping_gfp_constraint((m), GFP_KERNEL)
#define WITH_ZERO(gfp) ((gfp) | __GFP_ZERO)
#define cache_insert add_to_page_cache_lru
#define insert_at(page, mapping, index, gfp) \
	add_to_page_cache_lru(page, mapping, index, gfp) /* verdict passthrough */
#define insert_first(page, mapping) \
	add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL) /* want hardcoded: "GFP_KERNEL" */
#define insert_first_safely(page, mapping) \
	add_to_page_cache_lru(page, mapping, 0, mapping_gfp_mask(mapping)) /* verdict derived */

int object_like_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, COMPOSED_GFP); /* want hardcoded: "add_to_page_cache_lru" */
}

int function_like_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, WITH_ZERO(GFP_KERNEL)); /* want hardcoded: "add_to_page_cache_lru" */
}

int function_like_ok(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, WITH_ZERO(SAFE_GFP(mapping))); /* verdict derived */
}

int alias_of_a_sink_bad(struct page *page, struct address_space *mapping)
{
	return cache_insert(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int macro_around_a_sink_bad(struct page *page, struct address_space *mapping)
{
	return insert_at(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int macro_around_a_sink_ok(struct page *page, struct address_space *mapping)
{
	return insert_at(page, mapping, 0, SAFE_GFP(mapping)); /* verdict derived origin */
}

int constant_inside_the_macro(struct page *page, struct address_space *mapping)
{
	return insert_first(page, mapping) ?: insert_first_safely(page, mapping);
}
