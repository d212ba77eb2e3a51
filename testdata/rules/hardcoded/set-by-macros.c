/*
 * rule:     hardcoded
 * shows:    masks that an iterator macro or an asm statement may set
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

/* In the first turn the mask may be what it was before. */
int loop_variable_bad(struct page *page, struct address_space *mapping, const gfp_t *table)
{
	gfp_t gfp = GFP_KERNEL; /* step A */
	int error = 0;

	for_each_set_mask(gfp, table)
		error |= add_to_page_cache_lru(page, mapping, 0, gfp); /* want hardcoded [A]: "GFP_KERNEL" */
	return error;
}

int weak_loop_variable_bad(struct page *page, struct address_space *mapping, const gfp_t *table)
{
	gfp_t gfp = GFP_NOWAIT;
	int error = 0;

	for_each_set_mask(gfp, table)
		error |= add_to_page_cache_lru(page, mapping, 0, gfp); /* want unknown: "set in a way that is not followed" */
	return error;
}

int asm_operand_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_mask(mapping);

	asm volatile("" : "+r" (gfp));
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want unknown: "set in a way that is not followed" */
}

int unreadable_text_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_mask(mapping);

	gfp @ = $ GFP_KERNEL;
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want unknown: "set in a way that is not followed" */
}

int unreadable_text_about_others_ok(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_mask(mapping);

	page @ = $ NULL;
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* verdict derived */
}

static gfp_t unreadable_result(struct address_space *mapping)
{
	return @ $ GFP_KERNEL;
}

int unreadable_result_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, unreadable_result(mapping)); /* want unknown: "text the grammar could not read" */
}
