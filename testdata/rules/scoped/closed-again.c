/*
 * rule:     scoped
 * shows:    scopes that are opened on some ways only, or closed by somebody else
 * headers:  pagemap sched/mm
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>
extern int cond(void);

static unsigned int enter(void)
{
	return memalloc_nofs_save();
}
static void leave(unsigned int f)
{
	memalloc_nofs_restore(f);
}
static void leave_maybe(unsigned int f)
{
	if (cond())
		memalloc_nofs_restore(f);
}
int a_direct_helper_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_nofs_save();

	leave(f);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "add_to_page_cache_lru" */
}
int b_helper_direct_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f = enter();

	memalloc_nofs_restore(f);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "add_to_page_cache_lru" */
}
int c_helper_helper_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f = enter();

	leave(f);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "add_to_page_cache_lru" */
}
int d_maybe_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_nofs_save();

	leave_maybe(f);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "add_to_page_cache_lru" */
}
int e_and_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f = 0;

	if (cond() && (f = memalloc_nofs_save()))
		cond();
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "add_to_page_cache_lru" */
}
int f_tern_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f = cond() ? memalloc_nofs_save() : 0;
	int err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "add_to_page_cache_lru" */

	if (f)
		memalloc_nofs_restore(f);
	return err;
}
static inline void current_restore_flags(unsigned long orig_flags, unsigned long flags)
{
	current->flags &= ~flags;
	current->flags |= orig_flags & flags;
}
int g_crf_bad(struct page *page, struct address_space *mapping)
{
	unsigned long f = current->flags;

	current->flags |= PF_MEMALLOC_NOFS;
	current_restore_flags(f, PF_MEMALLOC_NOFS);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "add_to_page_cache_lru" */
}
int h_fnptr_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_nofs_save();
	void (*r)(unsigned int) = memalloc_nofs_restore;

	r(f);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "add_to_page_cache_lru" */
}
int i_wrong_cookie_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_nofs_save();
	unsigned int g = memalloc_nofs_save(); /* want scope-unbalanced: "memalloc_nofs_save" */

	memalloc_nofs_restore(f);
	if (cond())
		return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "add_to_page_cache_lru" */
	memalloc_nofs_restore(g);
	return 0;
}
static void run(void (*what)(unsigned int flags), unsigned int flags)
{
	what(flags);
}
int j_callback_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_nofs_save();

	run(memalloc_nofs_restore, f);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "add_to_page_cache_lru" */
}
int k_callback_of_own_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_nofs_save();

	run(leave, f);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "add_to_page_cache_lru" */
}
int l_callback_afterwards_ok(struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_nofs_save();
	int err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */

	run(memalloc_nofs_restore, f);
	return err;
}
