/*
 * rule:     scoped
 * shows:    the address of a function goes to a caller of someone else, who may call it without a scope
 * headers:  pagemap sched/mm
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

typedef int (*ferry_t)(struct page *page, struct address_space *mapping);

static int returned_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

static int chosen_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int in_scope_ok(struct page *page, struct address_space *mapping)
{
	unsigned int nofs = memalloc_nofs_save();
	int err = returned_bad(page, mapping) + chosen_bad(page, mapping);

	memalloc_nofs_restore(nofs);
	return err;
}

ferry_t returned_ferry(void)
{
	return returned_bad;
}

ferry_t chosen_ferry(int how)
{
	return how ? chosen_bad : NULL;
}
