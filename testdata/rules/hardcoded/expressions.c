/*
 * rule:     hardcoded
 * shows:    masks in the rarer forms of expressions
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

static gfp_t harmless_mask(void)
{
	return GFP_NOWAIT;
}

int strengthened_in_place_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = GFP_NOFS;

	return add_to_page_cache_lru(page, mapping, 0, gfp |= __GFP_FS); /* want hardcoded: "__GFP_FS" */
}

int weakened_in_place_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = GFP_KERNEL;

	return add_to_page_cache_lru(page, mapping, 0, gfp &= ~__GFP_FS); /* want hardcoded-nofs: "GFP_KERNEL" */
}

int toggled_off_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL ^ __GFP_FS); /* want hardcoded-nofs: "add_to_page_cache_lru" */
}

int toggled_on_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_NOFS ^ __GFP_FS); /* want hardcoded: "add_to_page_cache_lru" */
}

int toggled_unknown_bad(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return add_to_page_cache_lru(page, mapping, 0, gfp ^ GFP_KERNEL); /* want unknown: "xor of masks that are not constant" */
}

int chosen_by_type_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, /* want hardcoded: "GFP_KERNEL" */
				     _Generic(page, struct page *: GFP_KERNEL, default: GFP_NOWAIT));
}

int content_of_an_address_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = GFP_KERNEL; /* step A */

	return add_to_page_cache_lru(page, mapping, 0, *&gfp); /* want hardcoded [A]: "GFP_KERNEL" */
}

int read_once_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = GFP_KERNEL; /* step B */

	return add_to_page_cache_lru(page, mapping, 0, READ_ONCE(gfp)); /* want hardcoded [B]: "GFP_KERNEL" */
}

int scalar_literal_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, (gfp_t){ GFP_KERNEL }); /* want hardcoded: "GFP_KERNEL" */
}

int elvis_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_mask(mapping);

	return add_to_page_cache_lru(page, mapping, 0, gfp ?: GFP_KERNEL); /* want partial: "GFP_KERNEL" */
}

/* The variable hides the function of its name. */
int pointer_of_a_functions_name_bad(struct page *page, struct address_space *mapping,
				    gfp_t (*harmless_mask)(void))
{
	return add_to_page_cache_lru(page, mapping, 0, harmless_mask()); /* want unknown: "the result of an indirect call" */
}

int function_of_that_name_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, harmless_mask()); /* want hardcoded-weak: "GFP_NOWAIT" */
}

int sinks_name_for_a_pointer_ok(struct page *page, struct address_space *mapping,
				int (*add_to_page_cache_lru)(struct page *, gfp_t))
{
	return add_to_page_cache_lru(page, GFP_KERNEL); /* ok: the variable hides the sink */
}

int arithmetic_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_NOWAIT + __GFP_FS); /* want hardcoded: "GFP_NOWAIT . __GFP_FS" */
}

int counted_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = GFP_NOWAIT;

	return add_to_page_cache_lru(page, mapping, 0, gfp++); /* want unknown: "a mask that is counted" */
}

int through_two_pointers_bad(struct page *page, struct address_space *mapping, gfp_t **where)
{
	return add_to_page_cache_lru(page, mapping, 0, **where); /* want unknown: "read through a pointer" */
}
