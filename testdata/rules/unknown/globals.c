/*
 * rule:     unknown
 * shows:    masks in variables and tables at file scope, set or not set while the code runs
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

static gfp_t never_set_gfp = GFP_KERNEL; /* ok: the constant enters where the variable is named */
static gfp_t tuned_gfp = GFP_NOWAIT;
static gfp_t zero_gfp;
gfp_t open_gfp = GFP_NOWAIT;
const gfp_t open_constant_gfp = GFP_NOWAIT;
static gfp_t tuned_table[] = { GFP_NOWAIT, GFP_ATOMIC };
static const gfp_t strong_first[] = { GFP_KERNEL, GFP_NOWAIT };
static const gfp_t strong_last[] = { GFP_NOWAIT, GFP_KERNEL };

#ifdef CONFIG_SLACK
#define SLACK_GFP GFP_KERNEL
#else
#define SLACK_GFP GFP_NOWAIT
#endif

#ifdef CONFIG_TAUT
#define TAUT_GFP GFP_NOWAIT
#else
#define TAUT_GFP GFP_KERNEL
#endif

#define OWN_GFP OWN_GFP

void tune(bool strong)
{
	tuned_gfp = strong ? GFP_KERNEL : GFP_NOWAIT;
	tuned_table[1] = strong ? GFP_KERNEL : GFP_NOWAIT;
}

int never_set_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, never_set_gfp); /* want hardcoded: "add_to_page_cache_lru" */
}

int tuned_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, tuned_gfp); /* want unknown: "the variable tuned_gfp is set while the code runs" */
}

int not_initialised_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, zero_gfp); /* want hardcoded-weak: "zero_gfp" */
}

int open_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, open_gfp); /* want unknown: "any file may set the global variable open_gfp" */
}

int open_constant_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, open_constant_gfp); /* want hardcoded-weak: "add_to_page_cache_lru" */
}

int tuned_table_bad(struct page *page, struct address_space *mapping, int how)
{
	return add_to_page_cache_lru(page, mapping, 0, tuned_table[how]); /* want unknown: "elements of tuned_table are set" */
}

int strong_first_bad(struct page *page, struct address_space *mapping, int how)
{
	return add_to_page_cache_lru(page, mapping, 0, strong_first[how]); /* want hardcoded: "GFP_KERNEL" */
}

int strong_last_bad(struct page *page, struct address_space *mapping, int how)
{
	return add_to_page_cache_lru(page, mapping, 0, strong_last[how]); /* want hardcoded: "GFP_KERNEL" */
}

int strong_in_the_first_branch_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, SLACK_GFP); /* want hardcoded: "add_to_page_cache_lru" */
}

int strong_in_the_last_branch_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, TAUT_GFP); /* want hardcoded: "add_to_page_cache_lru" */
}

int names_itself_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, OWN_GFP); /* want unknown: "a macro that names itself" */
}

int unknown_table_bad(struct page *page, struct address_space *mapping, int how)
{
	return add_to_page_cache_lru(page, mapping, 0, table_of_others[how]); /* want unknown: "an element of table_of_others" */
}
