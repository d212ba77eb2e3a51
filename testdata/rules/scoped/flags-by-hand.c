/*
 * rule:     scoped
 * shows:    task flags set, cleared and put back by hand, here and in helpers
 * headers:  pagemap sched/mm
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>
extern int cond(void);

static inline void current_restore_flags(unsigned long orig_flags, unsigned long flags)
{
	current->flags &= ~flags;
	current->flags |= orig_flags & flags;
}

static void set_nofs(void)
{
	current->flags |= PF_MEMALLOC_NOFS;
}

static void clear_nofs(void)
{
	current->flags &= ~PF_MEMALLOC_NOFS;
}

static void clear_all(void)
{
	current->flags = 0;
}

static void clear_maybe(void)
{
	if (cond())
		current->flags &= ~PF_MEMALLOC_NOFS;
}

static unsigned int enter(void)
{
	unsigned int f = current->flags;

	current->flags |= PF_MEMALLOC_NOFS;
	return f;
}

static void leave(unsigned int f)
{
	current->flags = f;
}

static void leave_and(unsigned int f)
{
	current->flags &= f;
}

static void leave_crf(unsigned long f)
{
	current_restore_flags(f, PF_MEMALLOC_NOFS);
}

static void set_through(struct task_struct *tsk)
{
	tsk->flags |= PF_MEMALLOC_NOFS;
}

static void clear_through(struct task_struct *tsk)
{
	tsk->flags &= ~PF_MEMALLOC_NOFS;
}

int set_by_a_helper_ok(struct page *page, struct address_space *mapping)
{
	set_nofs();
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
}

int cleared_by_a_helper_bad(struct page *page, struct address_space *mapping)
{
	set_nofs();
	clear_nofs();
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int cleared_by_a_helper_sometimes_bad(struct page *page, struct address_space *mapping)
{
	set_nofs();
	clear_maybe();
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int set_to_zero_by_a_helper_bad(struct page *page, struct address_space *mapping)
{
	set_nofs();
	clear_all();
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* miss hardcoded: "GFP_KERNEL" -- a helper that sets all flags names none, and is not looked for */
}

int saved_and_cleared_by_a_helper_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_nofs_save();
	int err;

	clear_nofs();
	err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
	memalloc_nofs_restore(f);
	return err;
}

int entered_by_a_helper_ok(struct page *page, struct address_space *mapping)
{
	unsigned int f = enter();
	int err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */

	leave(f);
	return err;
}

int left_by_a_helper_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f = enter();

	leave(f);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int anded_by_a_helper_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f = enter();

	leave_and(f);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int put_back_by_a_helper_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f = enter();

	leave_crf(f);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int set_through_a_parameter_ok(struct page *page, struct address_space *mapping)
{
	set_through(current);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* noise hardcoded: "GFP_KERNEL" -- the task that a helper is handed is not known to be the running one */
}

int cleared_through_a_parameter_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_nofs_save();
	int err;

	clear_through(current);
	err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
	memalloc_nofs_restore(f);
	return err;
}

int cleared_through_a_local_bad(struct page *page, struct address_space *mapping)
{
	struct task_struct *tsk = current;
	unsigned int f = memalloc_nofs_save();
	int err;

	clear_through(tsk);
	err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
	memalloc_nofs_restore(f);
	return err;
}

int task_set_later_bad(struct page *page, struct address_space *mapping)
{
	struct task_struct *tsk;
	unsigned int f = memalloc_nofs_save();
	int err;

	tsk = current;
	tsk->flags &= ~PF_MEMALLOC_NOFS;
	err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
	memalloc_nofs_restore(f);
	return err;
}

int address_taken_bad(struct page *page, struct address_space *mapping)
{
	unsigned int *fl = &current->flags;
	unsigned int f = memalloc_nofs_save();
	int err;

	*fl &= ~PF_MEMALLOC_NOFS;
	err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
	memalloc_nofs_restore(f);
	return err;
}

int put_back_behind_it_ok(struct page *page, struct address_space *mapping)
{
	unsigned long f = current->flags;
	int err;

	current->flags |= PF_MEMALLOC_NOFS;
	err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
	current_restore_flags(f, PF_MEMALLOC_NOFS);
	return err;
}

int put_back_to_open_ok(struct page *page, struct address_space *mapping)
{
	unsigned long f;

	current->flags |= PF_MEMALLOC_NOFS;
	f = current->flags;
	current->flags |= PF_MEMALLOC;
	current_restore_flags(f, PF_MEMALLOC_NOFS | PF_MEMALLOC);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
}

int another_flag_put_back_ok(struct page *page, struct address_space *mapping)
{
	unsigned long f = current->flags;

	current->flags |= PF_MEMALLOC_NOFS;
	current_restore_flags(f, PF_MEMALLOC);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
}

int written_once_bad(struct page *page, struct address_space *mapping)
{
	current->flags |= PF_MEMALLOC_NOFS;
	WRITE_ONCE(current->flags, 0);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int toggled_bad(struct page *page, struct address_space *mapping)
{
	current->flags |= PF_MEMALLOC_NOFS;
	current->flags ^= PF_MEMALLOC_NOFS;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int cleared_in_the_value_bad(struct page *page, struct address_space *mapping)
{
	current->flags |= PF_MEMALLOC_NOFS;
	current->flags = current->flags & ~PF_MEMALLOC_NOFS;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int set_on_some_ways_bad(struct page *page, struct address_space *mapping)
{
	current->flags |= cond() ? PF_MEMALLOC_NOFS : 0;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int named_but_not_set_bad(struct page *page, struct address_space *mapping)
{
	current->flags |= PF_KTHREAD & ~PF_MEMALLOC_NOFS;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int complement_set_ok(struct page *page, struct address_space *mapping)
{
	current->flags |= ~PF_MEMALLOC_NOFS;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
}

int cleared_with_another_bad(struct page *page, struct address_space *mapping)
{
	current->flags |= PF_MEMALLOC_NOFS;
	current->flags &= ~(PF_MEMALLOC_NOFS | PF_KTHREAD);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int another_cleared_ok(struct page *page, struct address_space *mapping)
{
	current->flags |= PF_MEMALLOC_NOFS;
	current->flags &= ~PF_KTHREAD;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
}

int set_from_a_variable_ok(struct page *page, struct address_space *mapping)
{
	unsigned int pf = PF_MEMALLOC_NOFS | PF_KTHREAD;

	current->flags |= pf;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* noise hardcoded: "GFP_KERNEL" -- which flags a variable holds is not followed */
}

int cleared_by_a_variable_bad(struct page *page, struct address_space *mapping)
{
	unsigned int pf = PF_MEMALLOC_NOFS;

	current->flags |= PF_MEMALLOC_NOFS;
	current->flags &= ~pf;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

#define MY_FLAGS (PF_MEMALLOC_NOFS | PF_KTHREAD)
int macro_set_and_cleared_bad(struct page *page, struct address_space *mapping)
{
	current->flags |= MY_FLAGS;
	current->flags &= ~MY_FLAGS;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int cleared_by_a_macro_bad(struct page *page, struct address_space *mapping)
{
	current->flags |= PF_MEMALLOC_NOFS;
	current->flags &= ~MY_FLAGS;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int set_by_a_macro_ok(struct page *page, struct address_space *mapping)
{
	current->flags |= MY_FLAGS;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
}

int cleared_by_number_bad(struct page *page, struct address_space *mapping)
{
	current->flags |= PF_MEMALLOC_NOFS;
	current->flags &= ~0x2000;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int anded_with_anything_bad(struct page *page, struct address_space *mapping)
{
	current->flags |= PF_MEMALLOC_NOFS;
	current->flags &= page->private;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int cleared_through_the_function_bad(struct page *page, struct address_space *mapping)
{
	get_current()->flags |= PF_MEMALLOC_NOFS;
	get_current()->flags &= ~PF_MEMALLOC_NOFS;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int saved_and_cleared_through_the_function_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_nofs_save();
	int err;

	get_current()->flags &= ~PF_MEMALLOC_NOFS;
	err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
	memalloc_nofs_restore(f);
	return err;
}

int cleared_behind_a_star_bad(struct page *page, struct address_space *mapping)
{
	current->flags |= PF_MEMALLOC_NOFS;
	(*current).flags &= ~PF_MEMALLOC_NOFS;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int set_behind_a_star_ok(struct page *page, struct address_space *mapping)
{
	(*current).flags |= PF_MEMALLOC_NOFS;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
}

int counted_down_bad(struct page *page, struct address_space *mapping)
{
	current->flags |= PF_MEMALLOC_NOFS;
	current->flags--;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* miss hardcoded: "GFP_KERNEL" -- flags that are counted are not followed */
}
