/*
 * rule:     scoped
 * shows:    functions that another file names without a call: what it returns, chooses or calls in parentheses
 * headers:  pagemap sched/mm
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>
#include "weir.h"

int returned_elsewhere_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int returned_by_a_cast_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int chosen_first_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int chosen_second_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int called_in_parentheses_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

static int behind_a_field_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int handed_with_a_cast_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

static int handed_from_a_field_with_a_cast_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int first_of_a_local_list_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int value_of_a_macro_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

/* What a macro puts together from parts is no name in any file. */
int put_together_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* miss hardcoded: "GFP_KERNEL" -- names that ## makes are not put together */
}

int nowhere_else_ok(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
}

const struct weir_ops weir_ops = { .weir_fill = behind_a_field_bad, .weir_hand = handed_from_a_field_with_a_cast_bad };

void weir_all(struct page *page, struct address_space *mapping)
{
	unsigned int flags = memalloc_nofs_save();

	returned_elsewhere_bad(page, mapping);
	returned_by_a_cast_bad(page, mapping);
	chosen_first_bad(page, mapping);
	chosen_second_bad(page, mapping);
	called_in_parentheses_bad(page, mapping);
	weir_ops.weir_fill(page, mapping);
	handed_with_a_cast_bad(page, mapping);
	weir_ops.weir_hand(page, mapping);
	first_of_a_local_list_bad(page, mapping);
	value_of_a_macro_bad(page, mapping);
	put_together_bad(page, mapping);
	nowhere_else_ok(page, mapping);
	memalloc_nofs_restore(flags);
}
