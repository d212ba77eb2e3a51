/*
 * rule:     scoped
 * shows:    guards, classes and variables that are cleaned up, open to the end of their block
 * headers:  pagemap sched/mm
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>
extern int cond(void);

DEFINE_LOCK_GUARD_0(memalloc_nofs, _T->flags = memalloc_nofs_save(), memalloc_nofs_restore(_T->flags), unsigned int flags)
DEFINE_LOCK_GUARD_0(memalloc_noio, _T->flags = memalloc_noio_save(), memalloc_noio_restore(_T->flags), unsigned int flags)
DEFINE_LOCK_GUARD_0(memalloc_noreclaim, _T->flags = memalloc_noreclaim_save(), memalloc_noreclaim_restore(_T->flags), unsigned int flags)
DEFINE_LOCK_GUARD_1(trans, struct page, _T->flags = memalloc_nofs_save(), memalloc_nofs_restore(_T->flags), unsigned int flags)
DEFINE_GUARD(mutex, struct mutex *, mutex_lock(_T), mutex_unlock(_T))
DEFINE_CLASS(nofs_scope, unsigned int, memalloc_nofs_restore(_T), memalloc_nofs_save(), void)
DEFINE_CLASS(memalloc_flags, unsigned int, memalloc_flags_restore(_T), memalloc_flags_save(flags), unsigned int flags)
DEFINE_FREE(nofs, unsigned int, memalloc_nofs_restore(_T))
DEFINE_FREE(kfree, void *, kfree(_T))

static void nofs_exit(unsigned int *flags)
{
	memalloc_nofs_restore(*flags);
}

struct nofs_state {
	unsigned int flags;
};

static void state_enter(struct nofs_state *state)
{
	state->flags = memalloc_nofs_save();
}

static void state_exit(struct nofs_state *state)
{
	memalloc_nofs_restore(state->flags);
}

#define NOFS_SCOPE unsigned int __f __cleanup(nofs_exit) = memalloc_nofs_save()

int guarded_ok(struct page *page, struct address_space *mapping)
{
	guard(memalloc_nofs)();
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
}

int guarded_noio_ok(struct page *page, struct address_space *mapping)
{
	guard(memalloc_noio)();
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
}

int guarded_noreclaim_bad(struct page *page, struct address_space *mapping)
{
	guard(memalloc_noreclaim)();
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int behind_the_inner_block_bad(struct page *page, struct address_space *mapping)
{
	{
		guard(memalloc_nofs)();
		put_page(page);
	}
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int in_an_inner_block_ok(struct page *page, struct address_space *mapping)
{
	guard(memalloc_nofs)();
	if (cond()) {
		return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
	}
	return 0;
}

int before_the_guard_bad(struct page *page, struct address_space *mapping)
{
	int err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
	guard(memalloc_nofs)();
	put_page(page);
	return err;
}

int scoped_statement_ok(struct page *page, struct address_space *mapping)
{
	scoped_guard(memalloc_nofs)
		return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
	return 0;
}

int scoped_block_ok(struct page *page, struct address_space *mapping)
{
	int err = 0;

	scoped_guard(memalloc_nofs) {
		put_page(page);
		err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
	}
	return err;
}

int behind_the_scoped_block_bad(struct page *page, struct address_space *mapping)
{
	scoped_guard(memalloc_nofs) {
		put_page(page);
	}
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int class_of_the_tree_ok(struct page *page, struct address_space *mapping)
{
	CLASS(nofs_scope, scope)();
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
}

int class_on_some_ways_bad(struct page *page, struct address_space *mapping)
{
	if (cond()) {
		CLASS(nofs_scope, scope)();
		put_page(page);
	}
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int freed_variable_ok(struct page *page, struct address_space *mapping)
{
	unsigned int f __free(nofs) = memalloc_nofs_save();
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
}

int behind_the_freed_variable_bad(struct page *page, struct address_space *mapping)
{
	{
		unsigned int f __free(nofs) = memalloc_nofs_save();
		put_page(page);
	}
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int cleaned_variable_ok(struct page *page, struct address_space *mapping)
{
	unsigned int f __cleanup(nofs_exit) = memalloc_nofs_save();
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
}

int behind_the_cleaned_variable_bad(struct page *page, struct address_space *mapping)
{
	{
		unsigned int f __cleanup(nofs_exit) = memalloc_nofs_save();
		put_page(page);
	}
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int attribute_written_out_bad(struct page *page, struct address_space *mapping)
{
	{
		unsigned int f __attribute__((cleanup(nofs_exit))) = memalloc_nofs_save();
		put_page(page);
	}
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int each_turn_of_a_loop_bad(struct page *page, struct address_space *mapping)
{
	int i;

	for (i = 0; i < 3; i++) {
		guard(memalloc_nofs)();
		add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
		if (cond())
			continue;
		if (cond())
			break;
		add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
	}
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int left_by_goto_bad(struct page *page, struct address_space *mapping)
{
	if (cond()) {
		guard(memalloc_nofs)();
		if (cond())
			goto out;
		put_page(page);
	}
	return 0;
out:
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int back_before_the_guard_bad(struct page *page, struct address_space *mapping)
{
again:
	add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
	guard(memalloc_nofs)();
	if (add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL)) /* verdict scoped */
		goto again;
	return 0;
}

static int below_the_guard_ok(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
}

int calls_below_the_guard(struct page *page, struct address_space *mapping)
{
	guard(memalloc_nofs)();
	return below_the_guard_ok(page, mapping);
}

static void guards_itself(struct page *page)
{
	guard(memalloc_nofs)();
	put_page(page);
}

int behind_a_helper_that_guards_bad(struct page *page, struct address_space *mapping)
{
	guards_itself(page);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int inside_an_outer_scope_ok(struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_nofs_save();
	int err;

	{
		guard(memalloc_nofs)();
		put_page(page);
	}
	err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
	memalloc_nofs_restore(f);
	return err;
}

int guard_of_an_object_ok(struct page *page, struct address_space *mapping)
{
	guard(trans)(page);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
}

int guard_of_a_mutex_bad(struct page *page, struct address_space *mapping, struct mutex *m)
{
	guard(mutex)(m);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int guard_or_scope_bad(struct page *page, struct address_space *mapping)
{
	int err;

	if (cond()) {
		guard(memalloc_nofs)();
		put_page(page);
	} else {
		memalloc_nofs_save();
	}
	err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
	return err;
}

int declared_by_a_macro_ok(struct page *page, struct address_space *mapping)
{
	NOFS_SCOPE;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* noise hardcoded: "GFP_KERNEL" -- a declaration that a macro makes is not read as one */
}

int behind_the_macro_bad(struct page *page, struct address_space *mapping)
{
	{
		NOFS_SCOPE;
		put_page(page);
	}
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int mutex_inside_the_guard_ok(struct page *page, struct address_space *mapping, struct mutex *m)
{
	guard(memalloc_nofs)();
	scoped_guard(mutex, m) {
		put_page(page);
	}
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
}

int noio_inside_nofs_ok(struct page *page, struct address_space *mapping)
{
	guard(memalloc_nofs)();
	scoped_guard(memalloc_noio)
		put_page(page);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
}

int freed_memory_is_no_scope_ok(struct page *page, struct address_space *mapping)
{
	void *p __free(kfree) = NULL;
	unsigned int f = memalloc_nofs_save();
	int err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */

	memalloc_nofs_restore(f);
	return err;
}

int skipped_by_goto_bad(struct page *page, struct address_space *mapping)
{
	if (cond())
		goto out;
	{
		guard(memalloc_nofs)();
		put_page(page);
	}
out:
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int balanced_inside_ok(struct page *page, struct address_space *mapping)
{
	guard(memalloc_nofs)();
	{
		unsigned int g = memalloc_nofs_save();

		memalloc_nofs_restore(g);
	}
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
}

int in_one_case_bad(struct page *page, struct address_space *mapping)
{
	switch (cond()) {
	case 1: {
		guard(memalloc_nofs)();
		put_page(page);
		break;
	}
	default:
		break;
	}
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int saved_on_some_ways_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f __cleanup(nofs_exit) = cond() ? memalloc_nofs_save() : 0;

	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int unknown_macro_block_bad(struct page *page, struct address_space *mapping)
{
	with_nofs() {
		put_page(page);
	}
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int set_later_ok(struct page *page, struct address_space *mapping)
{
	unsigned int f __cleanup(nofs_exit);

	f = memalloc_nofs_save();
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
}

int condition_of_the_loop_bad(struct page *page, struct address_space *mapping)
{
	int err;

	do {
		guard(memalloc_nofs)();
		err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
	} while (add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL)); /* want hardcoded: "GFP_KERNEL" */
	return err;
}

int in_a_statement_expression_bad(struct page *page, struct address_space *mapping)
{
	int err = ({ guard(memalloc_nofs)(); add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); }); /* verdict scoped */

	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL) + err; /* want hardcoded: "GFP_KERNEL" */
}

int only_where_it_is_got_ok(struct page *page, struct address_space *mapping)
{
	scoped_cond_guard(memalloc_nofs, return -EINTR) {
		return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
	}
	return 0;
}

int flags_of_the_guard_ok(struct page *page, struct address_space *mapping)
{
	guard(memalloc_flags)(PF_MEMALLOC_NOFS);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
}

int other_flags_of_the_guard_bad(struct page *page, struct address_space *mapping)
{
	guard(memalloc_flags)(PF_MEMALLOC);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int scoped_by_flags_bad(struct page *page, struct address_space *mapping)
{
	scoped_guard(memalloc_flags, PF_MEMALLOC_NOFS) {
		add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
	}
	return add_to_page_cache_lru(page, mapping, 1, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int behind_the_struct_bad(struct page *page, struct address_space *mapping)
{
	{
		struct nofs_state state __cleanup(state_exit) = {};

		state_enter(&state);
		put_page(page);
	}
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int in_the_struct_ok(struct page *page, struct address_space *mapping)
{
	struct nofs_state state __cleanup(state_exit) = {};

	state_enter(&state);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
}
