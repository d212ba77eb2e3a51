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
	return add_to_page_cache_lru(NULL, NULL, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

module_init(when_loaded_bad);

static int by_another_name_bad(struct page *page)
{
	return add_to_page_cache_lru(page, page->mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int another_name(struct page *page) __attribute__((alias("by_another_name_bad")));

struct sluice {
	int (*run)(struct page *page);
	int work;
};

static int by_a_parameter_bad(struct page *page)
{
	return add_to_page_cache_lru(page, page->mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

module_param_call(weir, by_a_parameter_bad, NULL, NULL, 0644);

static int when_unloaded_bad(struct page *page)
{
	return add_to_page_cache_lru(page, page->mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

module_exit(when_unloaded_bad);

static int when_started_bad(struct page *page)
{
	return add_to_page_cache_lru(page, page->mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

late_initcall(when_started_bad);

static int exported_ok(struct page *page)
{
	return add_to_page_cache_lru(page, page->mapping, 0, GFP_KERNEL); /* verdict scoped */
}

EXPORT_SYMBOL_NS_GPL(exported_ok, WEIR);

static int of_a_function_that_is_made_bad(struct page *page)
{
	return add_to_page_cache_lru(page, page->mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

#define DEFINE_RUN(name) int run_##name(struct page *page) { return name(page); }

DEFINE_RUN(of_a_function_that_is_made_bad)

static int made_by_a_use_bad(struct page *page)
{
	return add_to_page_cache_lru(page, page->mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

#define RUN(name) made_by_a_##name##_bad

int runs_it(struct page *page)
{
	return RUN(use)(page);
}

static int made_by_nobody_ok(struct page *page)
{
	return add_to_page_cache_lru(page, page->mapping, 0, GFP_KERNEL); /* verdict scoped */
}

#define RUN_ANOTHER(name) made_by_##name

int runs_another(struct page *page)
{
	return RUN_ANOTHER(somebody)(page);
}

static int by_a_work_item_bad(struct page *page)
{
	return add_to_page_cache_lru(page, page->mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

static struct sluice sluice = { .work = __SLUICE_INITIALIZER(sluice.work, by_a_work_item_bad) };

static int by_a_literal_bad(struct page *page)
{
	return add_to_page_cache_lru(page, page->mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

struct sluice another = (struct sluice){ by_a_literal_bad };

static int by_assembly_bad(struct page *page)
{
	return add_to_page_cache_lru(page, page->mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

void assembly(void)
{
	asm volatile("call %P0" : : "i" (by_assembly_bad));
}

static int by_assembly_in_a_text_bad(struct page *page)
{
	return add_to_page_cache_lru(page, page->mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

void text(void)
{
	asm volatile("call by_assembly_in_a_text_bad");
}

static int at_the_end_of_a_block_bad(struct page *page)
{
	return add_to_page_cache_lru(page, page->mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

void block(struct page *page)
{
	struct page *own __attribute__((cleanup(at_the_end_of_a_block_bad))) = page;
}

static int free_bad(struct page *page)
{
	return add_to_page_cache_lru(page, page->mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

DEFINE_FREE(weir, struct page *, if (_T) free_bad(_T))

static int weir_show_bad(struct page *page)
{
	return add_to_page_cache_lru(page, page->mapping, 0, GFP_KERNEL); /* miss hardcoded: "GFP_KERNEL" -- names that macros of other files put together are not looked for */
}

WEIR_ATTRIBUTE(weir);

void all_in_a_scope(struct page *page)
{
	unsigned int nofs = memalloc_nofs_save();

	by_static_call_bad(page);
	by_update_bad(page);
	when_loaded_bad();
	by_another_name_bad(page);
	by_a_parameter_bad(page);
	when_unloaded_bad(page);
	when_started_bad(page);
	exported_ok(page);
	of_a_function_that_is_made_bad(page);
	made_by_a_use_bad(page);
	made_by_nobody_ok(page);
	by_a_work_item_bad(page);
	by_a_literal_bad(page);
	by_assembly_bad(page);
	by_assembly_in_a_text_bad(page);
	at_the_end_of_a_block_bad(page);
	free_bad(page);
	weir_show_bad(page);
	memalloc_nofs_restore(nofs);
}
