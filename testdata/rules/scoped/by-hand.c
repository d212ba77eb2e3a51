/*
 * rule:     scoped
 * shows:    task flags set and put back by hand
 * headers:  pagemap sched/mm
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

int set_and_put_back_ok(struct page *page, struct address_space *mapping)
{
	unsigned int before = current->flags;
	int error;

	current->flags |= PF_MEMALLOC_NOFS;
	error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
	current->flags = before;
	return error;
}

int put_back_too_early_bad(struct page *page, struct address_space *mapping)
{
	unsigned int before = current->flags;

	current->flags |= PF_MEMALLOC_NOIO;
	put_page(page);
	current->flags = before;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int cleared_by_hand_bad(struct page *page, struct address_space *mapping)
{
	current->flags |= PF_MEMALLOC_NOFS;
	put_page(page);
	current->flags &= ~PF_MEMALLOC_NOFS;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int through_a_local_ok(struct page *page, struct address_space *mapping)
{
	struct task_struct *task = current;
	int error;

	task->flags |= PF_MEMALLOC_NOIO;
	error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
	task->flags &= ~PF_MEMALLOC_NOIO;
	return error;
}

int another_flag_bad(struct page *page, struct address_space *mapping)
{
	unsigned int before = current->flags;
	int error;

	current->flags |= PF_KTHREAD;
	error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
	current->flags = before;
	return error;
}

int another_task_bad(struct page *page, struct address_space *mapping, struct task_struct *task)
{
	task->flags |= PF_MEMALLOC_NOFS;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

/* Keeps the named flag and clears all others. */
int all_others_cleared_bad(struct page *page, struct address_space *mapping)
{
	current->flags |= PF_MEMALLOC_NOFS;
	current->flags &= PF_KTHREAD;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int all_others_cleared_ok(struct page *page, struct address_space *mapping)
{
	current->flags |= PF_MEMALLOC_NOFS;
	current->flags &= PF_MEMALLOC_NOFS;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
}

int set_to_something_else_bad(struct page *page, struct address_space *mapping)
{
	current->flags |= PF_MEMALLOC_NOFS;
	current->flags = page->private;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int set_with_the_rest_ok(struct page *page, struct address_space *mapping)
{
	current->flags = current->flags | PF_MEMALLOC_NOFS;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
}

int the_rest_with_it_ok(struct page *page, struct address_space *mapping)
{
	current->flags = PF_MEMALLOC_NOFS | current->flags;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
}

int one_of_two_cleared_ok(struct page *page, struct address_space *mapping)
{
	current->flags |= PF_MEMALLOC_NOFS | PF_MEMALLOC_NOIO;
	current->flags &= ~PF_MEMALLOC_NOIO;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
}

int the_flag_alone_is_kept_ok(struct page *page, struct address_space *mapping)
{
	unsigned int outer = current->flags & PF_MEMALLOC_NOFS, inner;
	int error;

	current->flags |= PF_MEMALLOC_NOFS;
	inner = current->flags & PF_MEMALLOC_NOFS;
	current->flags |= PF_MEMALLOC_NOFS;
	memalloc_nofs_restore(inner);
	error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
	memalloc_nofs_restore(outer);
	return error;
}
