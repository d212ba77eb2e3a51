/*
 * rule:     hardcoded
 * shows:    helpers that fill a struct which has a value already
 * headers:  pagemap sched/mm
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>
extern int cond(void);
struct ctx { struct address_space *mapping; gfp_t gfp; int n; };
static void ctx_init(struct ctx *c, gfp_t gfp)
{
	c->gfp = gfp;
}
int a_zeroed_bad(struct page *page, struct address_space *mapping)
{
	struct ctx c = {};

	ctx_init(&c, GFP_KERNEL);
	return add_to_page_cache_lru(page, mapping, 0, c.gfp); /* want hardcoded: "GFP_KERNEL" */
}
int b_part_bad(struct page *page, struct address_space *mapping)
{
	struct ctx c = { .mapping = mapping };

	ctx_init(&c, GFP_KERNEL);
	return add_to_page_cache_lru(page, mapping, 0, c.gfp); /* want hardcoded: "GFP_KERNEL" */
}
int c_then_or_bad(struct page *page, struct address_space *mapping)
{
	struct ctx c = { .mapping = mapping };

	ctx_init(&c, GFP_KERNEL);
	c.gfp |= __GFP_NOWARN;
	return add_to_page_cache_lru(page, mapping, 0, c.gfp); /* want hardcoded: "GFP_KERNEL" */
}
int d_copied_bad(struct page *page, struct address_space *mapping)
{
	struct ctx c = { .mapping = mapping };
	gfp_t gfp;

	ctx_init(&c, GFP_KERNEL);
	gfp = c.gfp;
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want hardcoded: "GFP_KERNEL" */
}
int e_copied_twice_bad(struct page *page, struct address_space *mapping)
{
	struct ctx c = { .mapping = mapping };
	gfp_t gfp;

	ctx_init(&c, GFP_KERNEL);
	gfp = c.gfp & ~__GFP_ZERO;
	if (cond())
		return add_to_page_cache_lru(page, mapping, 0, gfp); /* want hardcoded: "GFP_KERNEL" */
	return add_to_page_cache_lru(page, mapping, 0, c.gfp); /* want hardcoded: "GFP_KERNEL" */
}
int f_derived_or_bad(struct page *page, struct address_space *mapping)
{
	struct ctx c = { .gfp = mapping_gfp_mask(mapping) };

	ctx_init(&c, GFP_KERNEL);
	c.gfp |= __GFP_NOWARN;
	return add_to_page_cache_lru(page, mapping, 0, c.gfp); /* want hardcoded: "GFP_KERNEL" */
}
int g_arrow_bad(struct page *page, struct address_space *mapping, struct ctx *c)
{
	c->gfp = mapping_gfp_mask(mapping);
	ctx_init(c, GFP_KERNEL);
	return add_to_page_cache_lru(page, mapping, 0, c->gfp); /* want hardcoded: "GFP_KERNEL" */
}
