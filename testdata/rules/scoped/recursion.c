/*
 * rule:     scoped
 * shows:    callers that call each other: a cycle adds no scope, whichever function is asked for first
 * headers:  pagemap sched/mm
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

static int tide_ebb(struct page *page, struct address_space *mapping, int depth);
static int tide_flow(struct page *page, struct address_space *mapping, int depth);
static int moon_wane(struct page *page, struct address_space *mapping, int depth);
static int moon_wax(struct page *page, struct address_space *mapping, int depth);

static int below_ebb_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

static int below_flow_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int tide_enter_in_a_scope(struct page *page, struct address_space *mapping)
{
	unsigned int nofs = memalloc_nofs_save();
	int error = tide_flow(page, mapping, 3);

	memalloc_nofs_restore(nofs);
	return error;
}

static int tide_flow(struct page *page, struct address_space *mapping, int depth)
{
	return depth ? tide_ebb(page, mapping, depth - 1) : below_flow_bad(page, mapping);
}

static int tide_ebb(struct page *page, struct address_space *mapping, int depth)
{
	return depth ? tide_flow(page, mapping, depth - 1) : below_ebb_bad(page, mapping);
}

int tide_enter_without(struct page *page, struct address_space *mapping)
{
	return tide_ebb(page, mapping, 3);
}

/* The same, asked for in the other order. */
static int below_wax_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

static int below_wane_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int moon_enter_in_a_scope(struct page *page, struct address_space *mapping)
{
	unsigned int nofs = memalloc_nofs_save();
	int error = moon_wax(page, mapping, 3);

	memalloc_nofs_restore(nofs);
	return error;
}

static int moon_wax(struct page *page, struct address_space *mapping, int depth)
{
	return depth ? moon_wane(page, mapping, depth - 1) : below_wax_bad(page, mapping);
}

static int moon_wane(struct page *page, struct address_space *mapping, int depth)
{
	return depth ? moon_wax(page, mapping, depth - 1) : below_wane_bad(page, mapping);
}

int moon_enter_without(struct page *page, struct address_space *mapping)
{
	return moon_wane(page, mapping, 3);
}

/* Every way into this cycle holds a scope. */
static int below_swell_ok(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
}

static int swell(struct page *page, struct address_space *mapping, int depth)
{
	return depth ? swell(page, mapping, depth - 1) : below_swell_ok(page, mapping);
}

int swell_in_a_scope(struct page *page, struct address_space *mapping)
{
	unsigned int nofs = memalloc_nofs_save();
	int error = swell(page, mapping, 3);

	memalloc_nofs_restore(nofs);
	return error;
}

/* Nobody enters this cycle from outside: nothing is known of its callers. */
static int below_loop_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int loop_of_its_own(struct page *page, struct address_space *mapping, int depth)
{
	return depth ? loop_of_its_own(page, mapping, depth - 1) : below_loop_bad(page, mapping);
}
