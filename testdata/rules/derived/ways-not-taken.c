/*
 * rule:     derived
 * shows:    loops that run, conditions that are constant, ways that end
 * headers:  pagemap sched/mm
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>
extern int cond(void);

int a_do0_ok(struct page *page, struct address_space *mapping)
{
	gfp_t m = GFP_KERNEL;

	do {
		m = mapping_gfp_mask(mapping);
	} while (0);
	return add_to_page_cache_lru(page, mapping, 0, m); /* verdict derived */
}
int b_for1_ok(struct page *page, struct address_space *mapping)
{
	gfp_t m = GFP_KERNEL;
	int i;

	for (i = 0; i < 2; i++)
		m = mapping_gfp_mask(mapping);
	return add_to_page_cache_lru(page, mapping, 0, m); /* verdict derived */
}
int c_flag_ok(struct page *page, struct address_space *mapping, bool own)
{
	gfp_t m = GFP_KERNEL;

	if (!own)
		m = mapping_gfp_mask(mapping);
	if (own)
		return 0;
	return add_to_page_cache_lru(page, mapping, 0, m); /* verdict derived */
}
int d_null_ok(struct page *page, struct address_space *mapping)
{
	gfp_t m = GFP_KERNEL;

	if (mapping)
		m &= mapping_gfp_mask(mapping);
	if (!mapping)
		return 0;
	return add_to_page_cache_lru(page, mapping, 0, m); /* verdict derived */
}
int e_while1_ok(struct page *page, struct address_space *mapping)
{
	gfp_t m = GFP_KERNEL;

	while (1) {
		m = mapping_gfp_mask(mapping);
		if (cond())
			break;
	}
	return add_to_page_cache_lru(page, mapping, 0, m); /* verdict derived */
}
int f_switch_all_ok(struct page *page, struct address_space *mapping, bool b)
{
	gfp_t m = GFP_KERNEL;

	switch (b) {
	case true: m = mapping_gfp_mask(mapping); break;
	case false: m = readahead_gfp_mask(mapping); break;
	}
	return add_to_page_cache_lru(page, mapping, 0, m); /* verdict derived */
}
int g_if0_ok(struct page *page, struct address_space *mapping)
{
	gfp_t m = mapping_gfp_mask(mapping);

	if (0)
		m = GFP_KERNEL;
	return add_to_page_cache_lru(page, mapping, 0, m); /* verdict derived */
}
int h_bug_ok(struct page *page, struct address_space *mapping, int how)
{
	gfp_t m;

	switch (how) {
	case 1: m = mapping_gfp_mask(mapping); break;
	default: m = GFP_KERNEL; BUG();
	}
	return add_to_page_cache_lru(page, mapping, 0, m); /* verdict derived */
}
static int i_handed(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* verdict passthrough */
}

int i_alive_ok(struct page *page, struct address_space *mapping)
{
	return i_handed(page, mapping, mapping_gfp_mask(mapping)); /* verdict derived origin */
}

int i_dead_ok(struct page *page, struct address_space *mapping)
{
	int err = 0;

	if (err)
		return i_handed(page, mapping, GFP_KERNEL); /* ok: nothing gets here */
	return 0;
}
