/*
 * rule:     partial
 * shows:    conditions that are tested twice and may be another the second time
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>
extern int cond(void);
extern void fill(int *value);
extern void wait(void);
#define BUMP(value) ((value) += 1)

struct walk {
	int done;
};

int assigned_bad(struct page *page, struct address_space *mapping, int own)
{
	gfp_t m = GFP_KERNEL; /* step A */

	if (!own)
		m = mapping_gfp_mask(mapping);
	own = cond();
	if (own)
		return 0;
	return add_to_page_cache_lru(page, mapping, 0, m); /* want partial [A]: "m" */
}

int by_address_bad(struct page *page, struct address_space *mapping)
{
	gfp_t m = GFP_KERNEL; /* step B */
	int own = 0;

	fill(&own);
	if (!own)
		m = mapping_gfp_mask(mapping);
	fill(&own);
	if (own)
		return 0;
	return add_to_page_cache_lru(page, mapping, 0, m); /* want partial [B]: "m" */
}

int by_macro_bad(struct page *page, struct address_space *mapping, int own)
{
	gfp_t m = GFP_KERNEL; /* step C */

	if (!own)
		m = mapping_gfp_mask(mapping);
	BUMP(own);
	if (own)
		return 0;
	return add_to_page_cache_lru(page, mapping, 0, m); /* want partial [C]: "m" */
}

int in_memory_bad(struct page *page, struct address_space *mapping, struct walk *walk)
{
	gfp_t m = GFP_KERNEL; /* step D */

	if (!walk->done)
		m = mapping_gfp_mask(mapping);
	wait();
	if (walk->done)
		return 0;
	return add_to_page_cache_lru(page, mapping, 0, m); /* want partial [D]: "m" */
}

int loop_that_may_not_run_bad(struct page *page, struct address_space *mapping, int n)
{
	gfp_t m = GFP_KERNEL; /* step E */
	int i;

	for (i = 0; i < n; i++)
		m = mapping_gfp_mask(mapping);
	return add_to_page_cache_lru(page, mapping, 0, m); /* want partial [E]: "m" */
}

int switch_that_is_not_complete_bad(struct page *page, struct address_space *mapping, int how)
{
	gfp_t m = GFP_KERNEL; /* step F */

	switch (how & 3) {
	case 0: m = mapping_gfp_mask(mapping); break;
	case 1: m = readahead_gfp_mask(mapping); break;
	}
	return add_to_page_cache_lru(page, mapping, 0, m); /* want partial [F]: "m" */
}

int the_other_way_round_bad(struct page *page, struct address_space *mapping, int own)
{
	gfp_t m = GFP_KERNEL; /* step G */

	if (own)
		m = mapping_gfp_mask(mapping);
	if (own && cond())
		return 0;
	return add_to_page_cache_lru(page, mapping, 0, m); /* want partial [G]: "m" */
}
