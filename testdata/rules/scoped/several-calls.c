/*
 * rule:     scoped
 * shows:    callers that call twice, callers of origins, and functions that others run later
 * headers:  pagemap sched/mm
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

static int inserted_first_inside_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

static int inserted_last_inside_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

static int inserted_twice_inside_ok(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
}

int calls_inside_and_outside(struct page *page, struct address_space *mapping)
{
	unsigned int nofs = memalloc_nofs_save();
	int error = inserted_first_inside_bad(page, mapping);

	error |= inserted_twice_inside_ok(page, mapping);
	error |= inserted_twice_inside_ok(page, mapping);
	memalloc_nofs_restore(nofs);
	error |= inserted_first_inside_bad(page, mapping);
	error |= inserted_last_inside_bad(page, mapping);
	nofs = memalloc_nofs_save();
	error |= inserted_last_inside_bad(page, mapping);
	memalloc_nofs_restore(nofs);
	return error;
}

static int pass_mask(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* verdict passthrough */
}

/* The mask enters below a scope; that others call pass_mask() without one is nothing to it. */
static int origin_below_a_scope_ok(struct page *page, struct address_space *mapping)
{
	return pass_mask(page, mapping, GFP_KERNEL); /* verdict scoped origin */
}

int scope_above_the_origin(struct page *page, struct address_space *mapping)
{
	unsigned int nofs = memalloc_nofs_save();
	int error = origin_below_a_scope_ok(page, mapping);

	memalloc_nofs_restore(nofs);
	return error;
}

int another_caller_without_a_scope_ok(struct page *page, struct address_space *mapping)
{
	return pass_mask(page, mapping, mapping_gfp_mask(mapping)); /* verdict derived origin */
}

struct work_struct {
	void (*func)(struct work_struct *work);
};

struct crew {
	struct work_struct work;
	struct page *page;
	struct address_space *mapping;
};

static void crew_work_bad(struct work_struct *work)
{
	struct crew *crew = container_of(work, struct crew, work);

	add_to_page_cache_lru(crew->page, crew->mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

static int crew_fill_bad(struct crew *crew)
{
	return add_to_page_cache_lru(crew->page, crew->mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

/* What is handed over inside a scope runs elsewhere. */
void crew_start(struct crew *crew)
{
	unsigned int nofs = memalloc_nofs_save();

	INIT_WORK(&crew->work, crew_work_bad);
	register_with_somebody(crew_fill_bad);
	memalloc_nofs_restore(nofs);
}

typedef int fill_page_t(struct page *page, struct address_space *mapping);

static int fill_page_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

static int drop_page(struct page *page, struct address_space *mapping)
{
	put_page(page);
	return 0;
}

int fill_in_a_scope(struct page *page, struct address_space *mapping)
{
	unsigned int nofs = memalloc_nofs_save();
	int error = fill_page_bad(page, mapping);

	memalloc_nofs_restore(nofs);
	return error;
}

int fill_or_drop_outside(struct page *page, struct address_space *mapping, bool keep)
{
	fill_page_t *fill = keep ? fill_page_bad : drop_page;

	return fill(page, mapping);
}
