/*
 * rule:     derived
 * shows:    configurations in which the call is not reached
 * headers:  pagemap sched/mm
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>
extern int cond(void);

int a_nested_ifdef_ok(struct page *page, struct address_space *mapping)
{
	gfp_t m = mapping_gfp_mask(mapping);

#ifdef CONFIG_A
#ifdef CONFIG_B
	cond();
#else
	return 0;
#endif
#endif
	return add_to_page_cache_lru(page, mapping, 0, m); /* verdict derived */
}
int b_ifdef_return_ok(struct page *page, struct address_space *mapping)
{
	gfp_t m = mapping_gfp_mask(mapping);

#ifdef CONFIG_A
	return 0;
#endif
	return add_to_page_cache_lru(page, mapping, 0, m); /* verdict derived */
}
int c_three_ok(struct page *page, struct address_space *mapping)
{
	gfp_t m = mapping_gfp_mask(mapping);

#ifdef CONFIG_A
#ifdef CONFIG_B
	cond();
#else
#ifdef CONFIG_C
	cond();
#else
	return 0;
#endif
#endif
#endif
	return add_to_page_cache_lru(page, mapping, 0, m); /* verdict derived */
}
int d_ifdef_two_returns_bad(struct page *page, struct address_space *mapping)
{
	gfp_t m = GFP_KERNEL;

#ifdef CONFIG_A
	return 0;
#endif
#ifdef CONFIG_B
	return 1;
#endif
	return add_to_page_cache_lru(page, mapping, 0, m); /* want hardcoded: "add_to_page_cache_lru" */
}
int e_ifdef_else_return_bad(struct page *page, struct address_space *mapping)
{
	gfp_t m = GFP_KERNEL;

#ifndef CONFIG_A
	return 0;
#endif
#ifdef CONFIG_B
	return 1;
#else
	cond();
#endif
	return add_to_page_cache_lru(page, mapping, 0, m); /* want hardcoded: "add_to_page_cache_lru" */
}
