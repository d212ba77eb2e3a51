/*
 * rule:     hardcoded
 * shows:    calls in strange places of the grammar
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

#define with_retry(call) ({ int error_; do { error_ = (call); } while (error_ == -ENOMEM); error_; })
#define count_alloc(call) ({ typeof(call) result_ = (call); result_; })
#define for_each_index(i, n) for ((i) = 0; (i) < (n); (i)++)
#define checked(x) (unlikely(x) ? -EIO : 0)

int in_a_condition_bad(struct page *page, struct address_space *mapping)
{
	if (!add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL) && page->index) /* want hardcoded: "GFP_KERNEL" */
		return 1;
	while (add_to_page_cache_lru(page, mapping, 0, GFP_USER) == -ENOMEM) /* want hardcoded: "GFP_USER" */
		put_page(page);
	return 0;
}

int in_a_macro_argument_bad(struct page *page, struct address_space *mapping)
{
	return checked(add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL)); /* want hardcoded: "GFP_KERNEL" */
}

int in_a_statement_expression_bad(struct page *page, struct address_space *mapping)
{
	int error = ({
		gfp_t gfp = GFP_KERNEL;
		add_to_page_cache_lru(page, mapping, 0, gfp); /* want hardcoded: "add_to_page_cache_lru" */
	});

	return error;
}

int mask_of_a_statement_expression_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, /* want hardcoded: "add_to_page_cache_lru" */
				     ({ gfp_t gfp = GFP_NOFS; gfp |= __GFP_FS; gfp; }));
}

int inside_retry_bad(struct page *page, struct address_space *mapping)
{
	return with_retry(add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL)); /* want hardcoded: "GFP_KERNEL" */
}

struct page *inside_a_hook_bad(void)
{
	return count_alloc(__page_cache_alloc(GFP_KERNEL)); /* want hardcoded: "GFP_KERNEL" */
}

int inside_an_iterator_bad(struct page **pages, struct address_space *mapping, int n)
{
	int i, error = 0;

	for_each_index(i, n)
		if (!error)
			error = add_to_page_cache_lru(pages[i], mapping, i, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
	for_each_index(i, n) {
		gfp_t gfp = mapping_gfp_mask(mapping);

		error |= add_to_page_cache_lru(pages[i], mapping, i, gfp); /* verdict derived */
	}
	return error;
}

int in_a_declaration_bad(struct page *page, struct address_space *mapping)
{
	int first = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL), second = 0; /* want hardcoded: "GFP_KERNEL" */

	return first + second;
}

int two_on_a_line_bad(struct page *a, struct page *b, struct address_space *mapping)
{
	/* want+2 hardcoded: "GFP_KERNEL" */
	/* want+1 hardcoded-nofs: "GFP_NOFS" */
	return add_to_page_cache_lru(a, mapping, 0, GFP_KERNEL) | add_to_page_cache_lru(b, mapping, 1, GFP_NOFS);
}

int name_on_its_own_line_bad(struct page *page, struct address_space *mapping)
{
	return
		add_to_page_cache_lru /* want hardcoded: "GFP_KERNEL" */
		(page,
		 mapping,
		 0,
		 GFP_KERNEL);
}

int name_in_parentheses_bad(struct page *page, struct address_space *mapping)
{
	return (add_to_page_cache_lru)(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int name_behind_a_star_bad(struct page *page, struct address_space *mapping)
{
	return (*add_to_page_cache_lru)(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int address_of_the_name_bad(struct page *page, struct address_space *mapping)
{
	return (&add_to_page_cache_lru)(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int cast_of_the_result_bad(struct page *page, struct address_space *mapping)
{
	(void)add_to_page_cache_lru(page, mapping, (pgoff_t)0, (gfp_t)GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
	return sizeof(struct page) + (int)page->index;
}

int computed_goto_bad(struct page *page, struct address_space *mapping, int n)
{
	static void *const where[] = { &&insert, &&out };

	goto *where[n];
insert:
	n = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
out:
	return n;
}

int names_in_strings_ok(void)
{
	const char *text = "add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL)"; /* ok: a string */

	/* Prose about add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL) is prose. */
	return text[0] == '"';
}

int spliced_bad(struct page *page, struct address_space *mapping)
{
	/* miss+2 hardcoded: "add_to_page_cache_lru" -- a name is not put together over a splice; said to be unknown */
	/* want+1 unknown: "add_to_page_cache_lru" */
	return add_to_page_cache_lru(page, mapping, 0, \
GFP_KER\
NEL);
}
