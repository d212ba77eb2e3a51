/*
 * rule:     scoped
 * shows:    functions whose address goes where nothing is followed, or that run later
 * headers:  pagemap sched/mm
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>
extern int cond(void);
extern int cond_call(struct page *page, int (*fill)(struct page *, struct address_space *));
typedef int (*fill_t)(struct page *, struct address_space *);

struct e_ops { fill_t fill; fill_t other; };

struct e_work { struct work_struct work; struct page *page; };

static int filled_by_an_argument_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

static const struct e_ops e01_ops = { .fill = filled_by_an_argument_bad };

static int e01_iter(struct page *page, struct address_space *mapping, fill_t f)
{
	return f(page, mapping);
}

int e01_a(struct page *page, struct address_space *mapping, const struct e_ops *ops)
{
	unsigned int f = memalloc_nofs_save();
	int err = ops->fill(page, mapping);

	memalloc_nofs_restore(f);
	return err;
}

int e01_b(struct page *page, struct address_space *mapping, const struct e_ops *ops)
{
	return e01_iter(page, mapping, ops->fill);
}

static int stored_in_a_global_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

static fill_t e03_stored;

void e03_init(void)
{
	e03_stored = stored_in_a_global_bad;
}

int e03(struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_nofs_save();
	int err = stored_in_a_global_bad(page, mapping);

	memalloc_nofs_restore(f);
	return err;
}

static int returned_by_a_function_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

fill_t e04_get(void)
{
	return returned_by_a_function_bad;
}

int e04(struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_nofs_save();
	int err = returned_by_a_function_bad(page, mapping);

	memalloc_nofs_restore(f);
	return err;
}

static void works_later_bad(struct work_struct *work)
{
	struct e_work *w = container_of(work, struct e_work, work);

	add_to_page_cache_lru(w->page, w->page->mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

void e05(struct e_work *w)
{
	unsigned int f = memalloc_nofs_save();

	INIT_WORK(&w->work, works_later_bad);
	schedule_work(&w->work);
	memalloc_nofs_restore(f);
}

static int runs_in_a_thread_bad(void *data)
{
	struct page *page = data;

	return add_to_page_cache_lru(page, page->mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

void e06(struct page *page)
{
	unsigned int f = memalloc_nofs_save();

	kthread_run(runs_in_a_thread_bad, page, "e06");
	memalloc_nofs_restore(f);
}

static void runs_by_a_timer_bad(struct timer_list *t)
{
	struct page *page = (struct page *)t;

	add_to_page_cache_lru(page, page->mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

void e07(struct timer_list *t)
{
	unsigned int f = memalloc_nofs_save();

	timer_setup(t, runs_by_a_timer_bad, 0);
	memalloc_nofs_restore(f);
}

static int handed_on_some_ways_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int e08(struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_nofs_save();
	int err = handed_on_some_ways_bad(page, mapping);

	memalloc_nofs_restore(f);
	cond();
	return err + cond_call(page, cond() ? handed_on_some_ways_bad : NULL);
}

static int in_an_array_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

static fill_t e09_table[] = { in_an_array_bad, NULL };

int e09(struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_nofs_save();
	int err = in_an_array_bad(page, mapping);

	memalloc_nofs_restore(f);
	return err + e09_table[0](page, mapping);
}

static int in_a_local_struct_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

struct e10_ctx { fill_t cb; };

static int e10_run(struct e10_ctx *c, struct page *page, struct address_space *mapping)
{
	return c->cb(page, mapping);
}

int e10(struct page *page, struct address_space *mapping)
{
	struct e10_ctx c = { .cb = in_a_local_struct_bad };
	unsigned int f = memalloc_nofs_save();
	int err = in_a_local_struct_bad(page, mapping);

	memalloc_nofs_restore(f);
	return err + e10_run(&c, page, mapping);
}

static int in_a_struct_run_in_a_scope_ok(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
}

struct e11_ctx { fill_t cb; };

static int e11_run(struct e11_ctx *c, struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_nofs_save();
	int err = c->cb(page, mapping);

	memalloc_nofs_restore(f);
	return err;
}

int e11(struct page *page, struct address_space *mapping)
{
	struct e11_ctx c = { .cb = in_a_struct_run_in_a_scope_ok };

	return e11_run(&c, page, mapping);
}

static int copied_from_a_field_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

struct e13_ctx { fill_t cb; };

int e13(struct e13_ctx *c, struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_nofs_save();
	int err = c->cb(page, mapping);

	memalloc_nofs_restore(f);
	return err;
}

void e13_set(struct e13_ctx *c)
{
	c->cb = copied_from_a_field_bad;
}

int e13_copy(struct e13_ctx *c, struct page *page, struct address_space *mapping)
{
	fill_t cb = c->cb;

	return cb(page, mapping);
}
