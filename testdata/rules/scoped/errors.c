/*
 * rule:     scoped
 * shows:    a scope that opens only where no error is returned, and the ways to ask for the error
 * headers:  pagemap sched/mm err
 * config:   all
 */
#include <linux/err.h>
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

struct quay {
	unsigned int saved;
	int ships;
};

/* Returns 0 with the scope open, or a negative number without. */
static int quay_open(struct quay *quay)
{
	if (quay->ships < 0)
		return -EIO;
	quay->saved = memalloc_nofs_save();
	return 0;
}

static void quay_close(struct quay *quay)
{
	memalloc_nofs_restore(quay->saved);
}

int not_negative_ok(struct page *page, struct address_space *mapping, struct quay *quay)
{
	int error = quay_open(quay);

	if (error >= 0) {
		error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
		quay_close(quay);
	}
	return error;
}

int not_zero_ok(struct page *page, struct address_space *mapping, struct quay *quay)
{
	int error = quay_open(quay);

	if (error != 0)
		return error;
	error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
	quay_close(quay);
	return error;
}

int equal_to_zero_ok(struct page *page, struct address_space *mapping, struct quay *quay)
{
	int error = quay_open(quay);

	if (error == 0) {
		error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
		quay_close(quay);
	}
	return error;
}

/* A number above 0 is no error, and one that is not above 0 need not be one. */
int above_zero_first_ok(struct page *page, struct address_space *mapping, struct quay *quay)
{
	int error = quay_open(quay);

	if (error > 0)
		return error;
	if (!error) {
		error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
		quay_close(quay);
	}
	return error;
}

int not_above_zero_bad(struct page *page, struct address_space *mapping, struct quay *quay)
{
	int error = quay_open(quay);

	if (error > 0)
		return error;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int negated_bad(struct page *page, struct address_space *mapping, struct quay *quay)
{
	int error = quay_open(quay);

	if (!error)
		return 0;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int likely_and_another_test_ok(struct page *page, struct address_space *mapping, struct quay *quay)
{
	int error = quay_open(quay);

	if (likely(!error && mapping->nrpages)) {
		error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
		quay_close(quay);
	}
	return error;
}

int or_another_test_ok(struct page *page, struct address_space *mapping, struct quay *quay)
{
	int error = quay_open(quay);

	if (error || !mapping->nrpages)
		return error;
	error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
	quay_close(quay);
	return error;
}

int or_another_test_bad(struct page *page, struct address_space *mapping, struct quay *quay)
{
	int error = quay_open(quay);

	if (!error || mapping->nrpages)
		return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
	return error;
}

int tested_where_it_is_set_ok(struct page *page, struct address_space *mapping, struct quay *quay)
{
	int error;

	if ((error = quay_open(quay)))
		return error;
	error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
	quay_close(quay);
	return error;
}

/* Who got past the error has opened the scope: the other way brought an error of its own. */
int opened_or_refused_ok(struct page *page, struct address_space *mapping, struct quay *quay, int mode)
{
	int error = -EINVAL;

	if (mode)
		error = quay_open(quay);
	if (error)
		return error;
	error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
	quay_close(quay);
	return error;
}

int opened_or_not_tried_bad(struct page *page, struct address_space *mapping, struct quay *quay, int mode)
{
	int error = 0;

	if (mode)
		error = quay_open(quay);
	if (error)
		return error;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int another_result_bad(struct page *page, struct address_space *mapping, struct quay *quay)
{
	int error = quay_open(quay);

	error = mapping->nrpages ? 0 : -ENOMEM;
	if (error)
		return error;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

/* Opens on success, as quay_open() does; where that failed there is nothing to close, and closing does not matter. */
static int quay_open_or_reset(struct quay *quay)
{
	int error = quay_open(quay);

	if (error) {
		quay_close(quay);
		return error;
	}
	quay->ships++;
	return 0;
}

int after_open_or_reset_ok(struct page *page, struct address_space *mapping, struct quay *quay)
{
	int error = quay_open_or_reset(quay);

	if (error)
		return error;
	error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
	quay_close(quay);
	return error;
}

/* Opens and closes a scope of its own: its callers do not notice. */
static int quay_visit(struct quay *quay)
{
	int error = quay_open(quay);

	if (error)
		return error;
	quay->ships++;
	quay_close(quay);
	return 0;
}

int after_a_visit_inside_ok(struct page *page, struct address_space *mapping, struct quay *quay, struct quay *other)
{
	int error = quay_open(quay);

	if (error)
		return error;
	quay_visit(other);
	error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
	quay_close(quay);
	return error;
}

int closed_after_a_visit_bad(struct page *page, struct address_space *mapping, struct quay *quay, struct quay *other)
{
	int error = quay_open(quay);

	if (error)
		return error;
	quay_visit(other);
	quay_close(quay);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}
