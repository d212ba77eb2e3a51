/*
 * rule:     scoped
 * shows:    a task scope takes the bits away, whatever the mask says
 * headers:  pagemap sched/mm
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

int scope_ok(struct page *page, struct address_space *mapping)
{
	unsigned int nofs = memalloc_nofs_save();
	int error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */

	memalloc_nofs_restore(nofs);
	return error;
}

int noio_scope_ok(struct page *page, struct address_space *mapping)
{
	unsigned int noio;
	int error;

	noio = memalloc_noio_save();
	error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
	memalloc_noio_restore(noio);
	return error;
}

int after_the_scope_bad(struct page *page, struct address_space *mapping)
{
	unsigned int nofs = memalloc_nofs_save();

	put_page(page);
	memalloc_nofs_restore(nofs);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int before_the_scope_bad(struct page *page, struct address_space *mapping)
{
	int error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
	unsigned int nofs = memalloc_nofs_save();

	put_page(page);
	memalloc_nofs_restore(nofs);
	return error;
}

int nested_ok(struct page *page, struct address_space *mapping)
{
	unsigned int outer = memalloc_nofs_save();
	unsigned int inner = memalloc_nofs_save();
	int error;

	put_page(page);
	memalloc_nofs_restore(inner);
	error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
	memalloc_nofs_restore(outer);
	return error;
}

int nested_kinds_ok(struct page *page, struct address_space *mapping)
{
	unsigned int nofs = memalloc_nofs_save();
	unsigned int noio = memalloc_noio_save();
	int error;

	memalloc_noio_restore(noio);
	error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
	memalloc_nofs_restore(nofs);
	return error;
}

int early_return_ok(struct page *page, struct address_space *mapping)
{
	unsigned int nofs = memalloc_nofs_save();

	if (add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL)) { /* verdict scoped */
		memalloc_nofs_restore(nofs);
		return -ENOMEM;
	}
	page->private = 1;
	memalloc_nofs_restore(nofs);
	return 0;
}

int restored_on_one_path_bad(struct page *page, struct address_space *mapping, bool done)
{
	unsigned int nofs = memalloc_nofs_save();
	int error;

	if (done)
		memalloc_nofs_restore(nofs);
	error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
	if (!done)
		memalloc_nofs_restore(nofs);
	return error;
}

int opened_on_one_path_bad(struct page *page, struct address_space *mapping, bool careful)
{
	unsigned int nofs = 0;

	if (careful)
		nofs = memalloc_nofs_save();
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL) + nofs; /* want hardcoded: "GFP_KERNEL" */
}

int in_a_loop_ok(struct list_head *pages, struct address_space *mapping)
{
	struct page *page;

	list_for_each_entry(page, pages, lru) {
		unsigned int nofs = memalloc_nofs_save();

		if (add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL)) { /* verdict scoped */
			memalloc_nofs_restore(nofs);
			break;
		}
		memalloc_nofs_restore(nofs);
	}
	return 0;
}

int restored_in_the_loop_bad(struct list_head *pages, struct address_space *mapping)
{
	unsigned int nofs = memalloc_nofs_save(); /* want scope-unbalanced: "is still open" */
	struct page *page;

	list_for_each_entry(page, pages, lru) {
		if (add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL)) /* want hardcoded: "GFP_KERNEL" */
			memalloc_nofs_restore(nofs); /* want scope-unbalanced: "were not saved on every way" */
	}
	return 0;
}

int derived_inside_ok(struct page *page, struct address_space *mapping)
{
	unsigned int nofs = memalloc_nofs_save();
	int error = add_to_page_cache_lru(page, mapping, 0, mapping_gfp_mask(mapping)); /* verdict derived */

	memalloc_nofs_restore(nofs);
	return error;
}

/* A NOFS scope leaves __GFP_IO, and the note says so. */
int nofs_mask_in_nofs_scope_ok(struct page *page, struct address_space *mapping)
{
	unsigned int nofs = memalloc_nofs_save();
	int error = add_to_page_cache_lru(page, mapping, 0, GFP_NOFS); /* verdict scoped */

	memalloc_nofs_restore(nofs);
	return error;
}
