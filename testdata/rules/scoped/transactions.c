/*
 * rule:     scoped
 * shows:    a scope that a transaction opens, and that is only open where the transaction is
 * headers:  pagemap sched/mm err
 * config:   all
 */
#include <linux/err.h>
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

struct deal {
	unsigned int saved;
	int users;
};

/* Returns with the scope open, or an error. */
static int deal_open(struct deal *deal)
{
	if (deal->users < 0)
		return -EIO;
	deal->saved = memalloc_nofs_save();
	return 0;
}

static struct deal *deal_start(struct deal *deal)
{
	int error = deal_open(deal);

	if (error < 0)
		return ERR_PTR(error);
	return deal;
}

static void deal_stop(struct deal *deal)
{
	memalloc_nofs_restore(deal->saved);
}

/* Without a log there is a deal and no scope. */
static struct deal *deal_start_if_logged(struct deal *deal, bool logged)
{
	if (!logged)
		return deal;
	return deal_start(deal);
}

int inside_ok(struct page *page, struct address_space *mapping, struct deal *store)
{
	struct deal *deal = deal_start(store);
	int error;

	if (IS_ERR(deal))
		return PTR_ERR(deal);
	error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
	deal_stop(deal);
	return error;
}

int after_stop_bad(struct page *page, struct address_space *mapping, struct deal *store)
{
	struct deal *deal = deal_start(store);

	if (IS_ERR(deal))
		return PTR_ERR(deal);
	deal_stop(deal);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int where_it_failed_bad(struct page *page, struct address_space *mapping, struct deal *store)
{
	struct deal *deal = deal_start(store);

	if (IS_ERR(deal))
		return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
	deal_stop(deal);
	return 0;
}

int may_have_no_deal_bad(struct page *page, struct address_space *mapping, struct deal *store, int n)
{
	struct deal *deal = NULL;
	int error;

	if (n) {
		deal = deal_start(store);
		if (IS_ERR(deal))
			return PTR_ERR(deal);
	}
	error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
	if (deal)
		deal_stop(deal);
	return error;
}

int without_a_log_bad(struct page *page, struct address_space *mapping, struct deal *store, bool log)
{
	struct deal *deal = deal_start_if_logged(store, log);
	int error;

	if (IS_ERR(deal))
		return PTR_ERR(deal);
	error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
	deal_stop(deal);
	return error;
}

/* Neither NULL nor an error opens a scope. */
int null_is_no_success_bad(struct page *page, struct address_space *mapping, struct deal *store)
{
	struct deal *deal = deal_start(store);

	if (deal != 0)
		return 0;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

static int fill_ok(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
}

static int fill_anywhere_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int callers_in_a_deal(struct page *page, struct address_space *mapping, struct deal *store)
{
	int error = deal_open(store);

	if (error)
		return error;
	error = fill_ok(page, mapping);
	if (!error)
		error = fill_anywhere_bad(page, mapping);
	deal_stop(store);
	return error;
}

int caller_without_a_deal(struct page *page, struct address_space *mapping)
{
	return fill_anywhere_bad(page, mapping);
}

struct reader {
	int (*fill)(struct page *page, struct address_space *mapping);
};

static int fill_from_table_ok(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
}

static const struct reader reader = {
	.fill = fill_from_table_ok,
};

int read_all(struct reader *r, struct page *page, struct address_space *mapping)
{
	unsigned int nofs = memalloc_nofs_save();
	int error = r->fill(page, mapping);

	memalloc_nofs_restore(nofs);
	return error;
}

int condition_of_save_and_restore_bad(struct page *page, struct address_space *mapping, int n)
{
	unsigned int nofs;
	int error;

	if (n)
		nofs = memalloc_nofs_save();
	error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
	if (n)
		memalloc_nofs_restore(nofs);
	return error;
}
