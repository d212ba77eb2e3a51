/*
 * rule:     scoped
 * shows:    whose cookie a restore call takes, through helpers, pointers and fields
 * headers:  pagemap sched/mm
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>
extern int cond(void);
extern void fill(unsigned int *f);

struct ctx { unsigned int flags; struct page *page; };

static unsigned int enter(void)
{
	return memalloc_nofs_save();
}

static void leave(unsigned int f)
{
	memalloc_nofs_restore(f);
}

static void leave_gen(unsigned int f)
{
	memalloc_flags_restore(f);
}

static void enter_by(unsigned int *f)
{
	*f = memalloc_nofs_save();
}

static void leave_by(unsigned int *f)
{
	memalloc_nofs_restore(*f);
}

static void enter_ctx(struct ctx *c)
{
	c->flags = memalloc_nofs_save();
}

static void leave_ctx(struct ctx *c)
{
	memalloc_nofs_restore(c->flags);
}

static void leave_ctx_gen(struct ctx *c)
{
	memalloc_flags_restore(c->flags);
}

static void enter_gen_by(unsigned int *f)
{
	*f = memalloc_flags_save(PF_MEMALLOC_NOFS);
}

static void leave_gen_by(unsigned int *f)
{
	memalloc_flags_restore(*f);
}

static unsigned int enter_maybe(int nofs)
{
	return nofs ? memalloc_nofs_save() : 0;
}

int pair_of_helpers_ok(struct page *page, struct address_space *mapping)
{
	unsigned int f = enter();
	int err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */

	leave(f);
	return err;
}

int flags_by_name_ok(struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_flags_save(PF_MEMALLOC_NOFS);
	int err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */

	memalloc_flags_restore(f);
	return err;
}

int behind_flags_by_name_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_flags_save(PF_MEMALLOC_NOFS);

	memalloc_flags_restore(f);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int closed_by_a_helper_without_a_name_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_nofs_save();

	leave_gen(f);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int opened_and_closed_by_helpers_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f = enter();

	leave_gen(f);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int cookie_by_pointer_ok(struct page *page, struct address_space *mapping)
{
	unsigned int f;
	int err;

	enter_by(&f);
	err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
	leave_by(&f);
	return err;
}

int behind_the_cookie_by_pointer_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f;

	enter_by(&f);
	leave_by(&f);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int cookie_in_a_struct_ok(struct page *page, struct address_space *mapping)
{
	struct ctx c;
	int err;

	enter_ctx(&c);
	err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
	leave_ctx(&c);
	return err;
}

int behind_the_cookie_in_a_struct_bad(struct page *page, struct address_space *mapping)
{
	struct ctx c;

	enter_ctx(&c);
	leave_ctx(&c);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int struct_restored_without_a_name_bad(struct page *page, struct address_space *mapping)
{
	struct ctx c;

	enter_ctx(&c);
	leave_ctx_gen(&c);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int pointer_restored_without_a_name_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f;

	enter_gen_by(&f);
	leave_gen_by(&f);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int pointer_without_a_name_ok(struct page *page, struct address_space *mapping)
{
	unsigned int f;
	int err;

	enter_gen_by(&f);
	err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
	leave_gen_by(&f);
	return err;
}

int restored_here_without_a_name_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f = enter();
	int err;

	memalloc_flags_restore(f);
	err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
	return err;
}

int copy_restored_without_a_name_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_nofs_save();
	unsigned int g = f;

	memalloc_flags_restore(g);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int copy_restored_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_nofs_save();
	unsigned int g = f;

	memalloc_nofs_restore(g);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

/* The inner scope is closed with the cookie of the outer one, which knows of no flag. */
int outer_cookie_for_the_inner_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_nofs_save();
	unsigned int g = memalloc_nofs_save();
	int err;

	memalloc_nofs_restore(f);
	err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
	memalloc_nofs_restore(g);
	return err;
}

/* In kernels whose cookies are the flags themselves the last call opens the scope again. */
int inner_cookie_again_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_nofs_save();
	unsigned int g = memalloc_nofs_save();

	memalloc_nofs_restore(g);
	memalloc_nofs_restore(f);
	memalloc_nofs_restore(g); /* want scope-unbalanced: "memalloc_nofs_restore" */
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* noise hardcoded: "GFP_KERNEL" -- newer kernels clear what the cookie names, and both kinds of kernel are taken to be possible */
}

int cookie_of_another_kind_ok(struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_nofs_save();
	unsigned int g = memalloc_noio_save();
	int err;

	memalloc_noio_restore(f);
	err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* noise hardcoded: "GFP_KERNEL" -- newer kernels clear what the cookie names, and both kinds of kernel are taken to be possible */
	memalloc_nofs_restore(g);
	return err;
}

int restore_of_another_kind_ok(struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_noio_save();
	int err;

	memalloc_nofs_restore(f);
	err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* noise hardcoded: "GFP_KERNEL" -- newer kernels clear what the cookie names, and both kinds of kernel are taken to be possible */
	return err;
}

/* The first cookie is lost, and the second one leaves the scope as it was. */
int overwritten_cookie_ok(struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_nofs_save();
	int err;

	f = memalloc_nofs_save();
	memalloc_nofs_restore(f);
	err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
	return err;
}

int cookie_set_to_zero_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_nofs_save();
	unsigned int g = memalloc_nofs_save();

	g = 0;
	memalloc_nofs_restore(g);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL) + f; /* want hardcoded: "GFP_KERNEL" */
}

int cookie_set_to_anything_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_nofs_save();
	unsigned int g = memalloc_nofs_save();

	g = cond();
	memalloc_nofs_restore(g);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL) + f; /* want hardcoded: "GFP_KERNEL" */
}

int cookie_anded_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_nofs_save();
	unsigned int g = memalloc_nofs_save();

	g &= 0;
	memalloc_nofs_restore(g);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL) + f; /* want hardcoded: "GFP_KERNEL" */
}

int cookie_filled_by_others_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_nofs_save();
	unsigned int g = memalloc_nofs_save();

	fill(&g);
	memalloc_nofs_restore(g);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL) + f; /* want hardcoded: "GFP_KERNEL" */
}

static unsigned int same_flags(unsigned int f)
{
	return f;
}

int cookie_passed_through_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_nofs_save();

	memalloc_nofs_restore(same_flags(f));
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int cookie_passed_through_without_a_name_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_nofs_save();

	memalloc_flags_restore(same_flags(f));
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int flags_named_at_the_restore_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_nofs_save();

	memalloc_flags_restore(PF_MEMALLOC_NOFS);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL) + f; /* want hardcoded: "GFP_KERNEL" */
}

int field_restored_by_a_helper_bad(struct page *page, struct address_space *mapping)
{
	struct ctx c;

	c.flags = memalloc_nofs_save();
	leave_ctx(&c);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int field_restored_without_a_name_bad(struct page *page, struct address_space *mapping)
{
	struct ctx c;

	c.flags = memalloc_nofs_save();
	leave_ctx_gen(&c);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int field_of_a_parameter_bad(struct page *page, struct address_space *mapping, struct ctx *c)
{
	c->flags = memalloc_nofs_save();
	leave_ctx_gen(c);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int field_restored_here_bad(struct page *page, struct address_space *mapping, struct ctx *c)
{
	c->flags = memalloc_nofs_save();
	memalloc_flags_restore(c->flags);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

/* A pair of helpers that open and close on some ways only. */
static unsigned int apply_scope(unsigned int gfp)
{
	unsigned int flags = 0;

	if ((gfp & (__GFP_FS | __GFP_IO)) == __GFP_IO)
		flags = memalloc_nofs_save();
	else if ((gfp & (__GFP_FS | __GFP_IO)) == 0)
		flags = memalloc_noio_save();
	return flags;
}

static void undo_scope(unsigned int flags)
{
	if (flags)
		memalloc_flags_restore(flags);
}

void my_vmalloc(unsigned int gfp)
{
	unsigned int flags = apply_scope(gfp);

	cond();
	undo_scope(flags);
}

int balanced_pair_on_some_ways_ok(struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_nofs_save();
	int err;

	my_vmalloc(GFP_NOFS);
	err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
	memalloc_nofs_restore(f);
	return err;
}

int behind_the_pair_on_some_ways_bad(struct page *page, struct address_space *mapping)
{
	my_vmalloc(GFP_NOFS);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int opened_by_a_helper_sometimes_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f = enter_maybe(cond());
	int err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */

	leave(f);
	return err;
}

static unsigned int saved_flags;

int global_cookie_bad(struct page *page, struct address_space *mapping)
{
	saved_flags = memalloc_nofs_save();
	memalloc_flags_restore(saved_flags);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

static void leave_global(void)
{
	memalloc_flags_restore(saved_flags);
}

int global_cookie_by_a_helper_bad(struct page *page, struct address_space *mapping)
{
	saved_flags = memalloc_nofs_save();
	leave_global();
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

static void leave_page(struct page *page)
{
	memalloc_flags_restore(page->private);
}

int cookie_in_a_page_bad(struct page *page, struct address_space *mapping)
{
	page->private = memalloc_nofs_save();
	leave_page(page);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

/* The pair inside leaves the scope around it open. */
static void inner_pair(void)
{
	unsigned int f = memalloc_flags_save(PF_MEMALLOC_NOFS);

	cond();
	memalloc_flags_restore(f);
}

int inner_pair_without_a_name_ok(struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_nofs_save();
	int err;

	inner_pair();
	err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
	memalloc_nofs_restore(f);
	return err;
}

/* The caller hands in its cookie, and the scope is closed before the call. */
static int closes_what_it_is_handed_bad(struct page *page, struct address_space *mapping, unsigned int f)
{
	memalloc_nofs_restore(f);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int hands_its_cookie(struct page *page, struct address_space *mapping)
{
	return closes_what_it_is_handed_bad(page, mapping, memalloc_nofs_save());
}

static int closes_what_it_is_handed_without_a_name_bad(struct page *page, struct address_space *mapping, unsigned int f)
{
	memalloc_flags_restore(f);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int hands_its_cookie_on(struct page *page, struct address_space *mapping)
{
	return closes_what_it_is_handed_without_a_name_bad(page, mapping, memalloc_nofs_save());
}

#define ENTER(f) ((f) = memalloc_nofs_save())
#define LEAVE(f) memalloc_nofs_restore(f)
#define LEAVE_GEN(f) memalloc_flags_restore(f)
int pair_of_macros_ok(struct page *page, struct address_space *mapping)
{
	unsigned int f;
	int err;

	ENTER(f);
	err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
	LEAVE(f);
	return err;
}

int macro_without_a_name_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f;

	ENTER(f);
	LEAVE_GEN(f);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int restored_in_a_loop_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_nofs_save();
	int i;

	for (i = 0; i < 2; i++) {
		add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
		memalloc_nofs_restore(f); /* want scope-unbalanced: "memalloc_nofs_restore" */
	}
	return 0;
}

static int saved_if_asked_bad(struct page *page, struct address_space *mapping, int nofs)
{
	unsigned int f = 0;
	int err;

	if (nofs)
		f = memalloc_nofs_save();
	err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
	if (nofs)
		memalloc_nofs_restore(f);
	return err;
}

int asks_for_it(struct page *page, struct address_space *mapping)
{
	return saved_if_asked_bad(page, mapping, cond());
}

/* The pair under a condition leaves the scope around it open. */
int inner_pair_under_a_condition_ok(struct page *page, struct address_space *mapping, int nofs)
{
	unsigned int f = memalloc_nofs_save(), g = 0;
	int err;

	if (nofs)
		g = memalloc_nofs_save();
	cond();
	if (nofs)
		memalloc_nofs_restore(g);
	err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
	memalloc_nofs_restore(f);
	return err;
}

/* The call stands under the condition of the save. */
int under_the_condition_of_the_save_ok(struct page *page, struct address_space *mapping, int nofs)
{
	unsigned int f = 0;
	int err = 0;

	if (nofs)
		f = memalloc_nofs_save();
	if (nofs)
		err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
	if (nofs)
		memalloc_nofs_restore(f);
	return err;
}

int under_the_other_condition_bad(struct page *page, struct address_space *mapping, int nofs)
{
	unsigned int f = 0;
	int err = 0;

	if (nofs)
		f = memalloc_nofs_save();
	if (!nofs)
		err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
	if (nofs)
		memalloc_nofs_restore(f);
	return err;
}

int where_it_was_not_restored_ok(struct page *page, struct address_space *mapping, int nofs)
{
	unsigned int f = memalloc_nofs_save();
	int err = 0;

	if (nofs)
		memalloc_nofs_restore(f);
	if (!nofs) {
		err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
		memalloc_nofs_restore(f);
	}
	return err;
}

/* Helpers that are told whether to open and close. */
static unsigned int begin_if(int nofs)
{
	if (nofs)
		return memalloc_nofs_save();
	return 0;
}

static void end_if(int nofs, unsigned int f)
{
	if (nofs)
		memalloc_nofs_restore(f);
}

int pair_of_helpers_under_a_condition_ok(struct page *page, struct address_space *mapping, int nofs)
{
	unsigned int f = memalloc_nofs_save(), g;
	int err;

	g = begin_if(nofs);
	cond();
	end_if(nofs, g);
	err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
	memalloc_nofs_restore(f);
	return err;
}

int helper_under_a_condition_bad(struct page *page, struct address_space *mapping, int nofs)
{
	unsigned int f = begin_if(nofs);
	int err;

	err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
	end_if(nofs, f);
	return err;
}

int helper_under_a_true_condition_ok(struct page *page, struct address_space *mapping)
{
	unsigned int f = begin_if(1);
	int err;

	err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* noise hardcoded: "GFP_KERNEL" -- a helper opens for some arguments only */
	end_if(1, f);
	return err;
}
