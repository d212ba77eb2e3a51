/*
 * rule:     scoped
 * shows:    functions that are called in a scope, and run by something at file scope as well
 * headers:  pagemap sched/mm
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

static int by_static_call_bad(struct page *page)
{
	return add_to_page_cache_lru(page, page->mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

DEFINE_STATIC_CALL(insertion, by_static_call_bad);

int calls_it(struct page *page)
{
	return static_call(insertion)(page);
}

static int by_update_bad(struct page *page)
{
	return add_to_page_cache_lru(page, page->mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

void updates(void)
{
	static_call_update(insertion, by_update_bad);
}

static int when_loaded_bad(void)
{
	return add_to_page_cache_lru(NULL, NULL, 0, GFP_KERNEL); /* miss hardcoded: "GFP_KERNEL" -- macros at file scope with one argument are not in the index */
}

module_init(when_loaded_bad);

static int by_another_name_bad(struct page *page)
{
	return add_to_page_cache_lru(page, page->mapping, 0, GFP_KERNEL); /* miss hardcoded: "GFP_KERNEL" -- names in attributes are not read */
}

int another_name(struct page *page) __attribute__((alias("by_another_name_bad")));

void all_in_a_scope(struct page *page)
{
	unsigned int nofs = memalloc_nofs_save();

	by_static_call_bad(page);
	by_update_bad(page);
	when_loaded_bad();
	by_another_name_bad(page);
	memalloc_nofs_restore(nofs);
}
