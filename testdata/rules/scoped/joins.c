/*
 * rule:     scoped
 * shows:    where ways with and without a scope meet, and what a cookie keeps of each
 * headers:  pagemap sched/mm err
 * config:   all
 */
#include <linux/err.h>
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

struct weir {
	unsigned int saved;
	int gates;
};

static int weir_open(struct weir *weir)
{
	if (weir->gates < 0)
		return -EIO;
	weir->saved = memalloc_nofs_save();
	return 0;
}

static void weir_close(struct weir *weir)
{
	memalloc_nofs_restore(weir->saved);
}

static void weir_open_if(struct weir *weir, bool high)
{
	if (high)
		weir->saved = memalloc_nofs_save();
}

static void weir_close_if(struct weir *weir, bool high)
{
	if (high)
		memalloc_nofs_restore(weir->saved);
}

static void weir_inspect(struct weir *weir, bool high)
{
	weir_open_if(weir, high);
	weir->gates++;
	weir_close_if(weir, high);
}

int inner_cookie_of_two_ways_bad(struct page *page, struct address_space *mapping, bool deep)
{
	unsigned int outer = 0, inner;

	if (deep) {
		outer = memalloc_nofs_save();
		inner = memalloc_nofs_save();
	} else {
		inner = memalloc_nofs_save();
	}
	put_page(page);
	memalloc_nofs_restore(inner);
	return add_to_page_cache_lru(page, mapping, outer, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int inner_cookie_of_two_ways_in_the_other_order_bad(struct page *page, struct address_space *mapping, bool flat)
{
	unsigned int outer = 0, inner;

	if (flat) {
		inner = memalloc_nofs_save();
	} else {
		outer = memalloc_nofs_save();
		inner = memalloc_nofs_save();
	}
	put_page(page);
	memalloc_nofs_restore(inner);
	return add_to_page_cache_lru(page, mapping, outer, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int opened_and_closed_then_asked_bad(struct page *page, struct address_space *mapping, struct weir *weir)
{
	int error = weir_open(weir);

	weir_close(weir);
	if (!error)
		return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
	return error;
}

int not_opened_where_it_is_zero_bad(struct page *page, struct address_space *mapping, struct weir *weir, int mode)
{
	int error;

	if (!mode)
		error = 0;
	else
		error = weir_open(weir);
	if (error)
		return error;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int opened_where_it_is_zero_bad(struct page *page, struct address_space *mapping, struct weir *weir, int mode)
{
	int error;

	if (mode)
		error = weir_open(weir);
	else
		error = 0;
	if (error)
		return error;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int another_was_closed_before_ok(struct page *page, struct address_space *mapping, struct weir *weir,
				 struct weir *other, int mode)
{
	int error = -EINVAL;

	weir_close(other);
	if (mode)
		error = weir_open(weir);
	if (error)
		return error;
	error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
	weir_close(weir);
	return error;
}

/* What a helper opens on some ways only, and closes, leaves the scope of its caller open. */
int inspected_inside_ok(struct page *page, struct address_space *mapping, struct weir *weir, bool high)
{
	unsigned int nofs = memalloc_nofs_save();
	int error;

	weir_inspect(weir, high);
	error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
	memalloc_nofs_restore(nofs);
	return error;
}

int perhaps_opened_bad(struct page *page, struct address_space *mapping, struct weir *weir, bool high)
{
	int error;

	weir_open_if(weir, high);
	error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
	weir_close_if(weir, high);
	return error;
}

int perhaps_closed_bad(struct page *page, struct address_space *mapping, struct weir *weir, bool high)
{
	weir->saved = memalloc_nofs_save();
	weir_close_if(weir, high);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

#ifdef CONFIG_WEIR_LOG
static void weir_log(struct weir *weir)
{
	weir->saved = memalloc_nofs_save();
}
#else
static void weir_log(struct weir *weir)
{
	weir->gates++;
}
#endif

int opened_in_one_configuration_bad(struct page *page, struct address_space *mapping, struct weir *weir)
{
	weir_log(weir);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

#ifdef CONFIG_WEIR_LOG
static void weir_unlog(struct weir *weir)
{
	memalloc_nofs_restore(weir->saved);
}
#else
static void weir_unlog(struct weir *weir)
{
	weir->gates--;
}
#endif

int closed_in_one_configuration_bad(struct page *page, struct address_space *mapping, struct weir *weir)
{
	weir->saved = memalloc_nofs_save();
	weir_unlog(weir);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

#ifdef CONFIG_WEIR_LOG
static int weir_start(struct weir *weir)
{
	return weir_open(weir);
}
#else
static int weir_start(struct weir *weir)
{
	weir->saved = memalloc_nofs_save();
	return 0;
}
#endif

/* In one configuration always, in the other only where no error is returned. */
int started_bad(struct page *page, struct address_space *mapping, struct weir *weir)
{
	int error = weir_start(weir);

	error |= add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
	if (!error)
		weir_close(weir);
	return error;
}

int started_ok(struct page *page, struct address_space *mapping, struct weir *weir)
{
	int error = weir_start(weir);

	if (error)
		return error;
	error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
	weir_close(weir);
	return error;
}
