/*
 * rule:     scoped
 * shows:    macros without arguments, and macros that make names, that close a scope
 * headers:  pagemap sched/mm
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

#define LEAVE memalloc_nofs_restore(nofs)
#define LEAVE_IN_A_LOOP do { memalloc_nofs_restore(nofs); } while (0)
#define LEAVE_BY_HAND current->flags &= ~PF_MEMALLOC_NOFS
#define LEAVE_AS_WELL LEAVE
#define LEAVE_KIND(kind, cookie) memalloc_##kind##_restore(cookie)
#define COUNT page->private++

extern int cond(void);

int left_bad(struct page *page, struct address_space *mapping)
{
	unsigned int nofs = memalloc_nofs_save();

	LEAVE;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int left_in_a_loop_bad(struct page *page, struct address_space *mapping)
{
	unsigned int nofs = memalloc_nofs_save();

	LEAVE_IN_A_LOOP;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int left_by_hand_bad(struct page *page, struct address_space *mapping)
{
	unsigned int nofs = memalloc_nofs_save();

	LEAVE_BY_HAND;
	return add_to_page_cache_lru(page, mapping, nofs, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int left_by_a_macro_of_a_macro_bad(struct page *page, struct address_space *mapping)
{
	unsigned int nofs = memalloc_nofs_save();

	LEAVE_AS_WELL;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int left_behind_a_comma_bad(struct page *page, struct address_space *mapping)
{
	unsigned int nofs = memalloc_nofs_save();

	cond(), LEAVE;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int left_on_some_ways_bad(struct page *page, struct address_space *mapping)
{
	unsigned int nofs = memalloc_nofs_save();

	if (cond())
		LEAVE;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int left_by_a_name_that_is_made_bad(struct page *page, struct address_space *mapping)
{
	unsigned int nofs = memalloc_nofs_save();

	LEAVE_KIND(nofs, nofs);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

static void leave(unsigned int nofs)
{
	LEAVE;
}

int left_by_a_helper_bad(struct page *page, struct address_space *mapping)
{
	unsigned int nofs = memalloc_nofs_save();

	leave(nofs);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* miss hardcoded: "GFP_KERNEL" -- a function that closes by a macro without arguments is not looked for */
}

int another_macro_ok(struct page *page, struct address_space *mapping)
{
	unsigned int nofs = memalloc_nofs_save();
	int error;

	COUNT;
	error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
	LEAVE;
	return error;
}
