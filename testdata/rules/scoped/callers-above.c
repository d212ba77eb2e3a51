/*
 * rule:     scoped
 * shows:    the scope is opened further up than by the direct caller
 * headers:  pagemap sched/mm
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

static int reef_insert_ok(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
}

static int reef_pass_on(struct page *page, struct address_space *mapping)
{
	return reef_insert_ok(page, mapping);
}

static int reef_pass_on_again(struct page *page, struct address_space *mapping)
{
	return reef_pass_on(page, mapping);
}

int reef_scope_at_the_top(struct page *page, struct address_space *mapping)
{
	unsigned int nofs = memalloc_nofs_save();
	int error = reef_pass_on_again(page, mapping);

	memalloc_nofs_restore(nofs);
	return error;
}

static int reef_insert_anywhere_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

static int reef_pass_anywhere(struct page *page, struct address_space *mapping)
{
	return reef_insert_anywhere_bad(page, mapping);
}

int reef_scope_above_one_way(struct page *page, struct address_space *mapping)
{
	unsigned int nofs = memalloc_nofs_save();
	int error = reef_pass_anywhere(page, mapping);

	memalloc_nofs_restore(nofs);
	return error;
}

int reef_no_scope_above_the_other(struct page *page, struct address_space *mapping)
{
	return reef_pass_anywhere(page, mapping);
}

static int reef_insert_outside_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

/* Leaves the scope of its caller before it goes on. */
static int reef_leave_and_pass_on(struct page *page, struct address_space *mapping, unsigned int nofs)
{
	memalloc_nofs_restore(nofs);
	return reef_insert_outside_bad(page, mapping);
}

int reef_scope_that_ends_below(struct page *page, struct address_space *mapping)
{
	unsigned int nofs = memalloc_nofs_save();

	return reef_leave_and_pass_on(page, mapping, nofs);
}

/* One caller with a NOIO scope, one with a NOFS scope: no flag is set on both ways. */
static int reef_insert_in_either_ok(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* noise hardcoded: "GFP_KERNEL" -- a NOIO scope keeps the file system out as well, which the meet of the two does not see */
}

int reef_caller_in_noio(struct page *page, struct address_space *mapping)
{
	unsigned int noio = memalloc_noio_save();
	int error = reef_insert_in_either_ok(page, mapping);

	memalloc_noio_restore(noio);
	return error;
}

int reef_caller_in_nofs(struct page *page, struct address_space *mapping)
{
	unsigned int nofs = memalloc_nofs_save();
	int error = reef_insert_in_either_ok(page, mapping);

	memalloc_nofs_restore(nofs);
	return error;
}
