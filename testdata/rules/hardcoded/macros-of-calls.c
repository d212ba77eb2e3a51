/*
 * rule:     hardcoded
 * shows:    a macro that stands for what a function returns, and definitions that name themselves
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

static inline gfp_t pond_gfp(int deep)
{
	return deep ? GFP_KERNEL : GFP_NOFS;
}

#define POND_GFP pond_gfp(1)
#define POND_GFP_ZERO (POND_GFP | __GFP_ZERO)

/* Each to the other is unknown, and may set __GFP_FS; what either names besides is certain. */
#define EBB (FLOOD | GFP_NOFS)
#define FLOOD (EBB | GFP_KERNEL)

static gfp_t tide = tide | GFP_NOFS;
static const gfp_t tides[] = { GFP_NOFS, tides[0] };

int first_to_ask_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, POND_GFP); /* want hardcoded: "POND_GFP" */
}

int second_to_ask_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, POND_GFP); /* want hardcoded: "POND_GFP" */
}

int through_another_macro_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, POND_GFP_ZERO); /* want hardcoded: "POND_GFP_ZERO" */
}

int one_end_of_a_circle_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, EBB); /* want unknown: "a macro that names itself" */
}

int other_end_of_a_circle_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, FLOOD); /* want hardcoded: "FLOOD" */
}

int variable_of_itself_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, tide); /* want unknown: "a variable that is initialised with itself" */
}

int array_of_itself_bad(struct page *page, struct address_space *mapping, int i)
{
	return add_to_page_cache_lru(page, mapping, 0, tides[i]); /* want hardcoded-nofs: "GFP_NOFS" */
}
