/*
 * rule:     hardcoded
 * shows:    functions with two masks: each is judged, and the one at fault is named
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

/* One mask for the page, another for the nodes of the tree it goes into. */
static struct page *two_masks(struct address_space *to, pgoff_t at, gfp_t of_page, gfp_t of_node)
{
	struct page *page = __page_cache_alloc(of_page); /* verdict passthrough */

	if (page && add_to_page_cache_lru(page, to, at, of_node)) { /* verdict passthrough */
		put_page(page);
		return NULL;
	}
	return page;
}

struct page *second_bad(struct address_space *to)
{
	return two_masks(to, 0, mapping_gfp_mask(to), GFP_KERNEL); /* want hardcoded: "GFP_KERNEL reaches add_to_page_cache_lru" */
}

struct page *first_bad(struct address_space *to)
{
	return two_masks(to, 0, GFP_KERNEL, mapping_gfp_mask(to)); /* want hardcoded: "GFP_KERNEL reaches __page_cache_alloc" */
}

struct page *worse_first_bad(struct address_space *to)
{
	return two_masks(to, 0, GFP_KERNEL, GFP_NOFS); /* want hardcoded: "GFP_KERNEL reaches __page_cache_alloc" */
}

struct page *worse_second_bad(struct address_space *to)
{
	return two_masks(to, 0, GFP_NOFS, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL reaches add_to_page_cache_lru" */
}

struct page *neither_ok(struct address_space *to)
{
	return two_masks(to, 0, mapping_gfp_mask(to), mapping_gfp_mask(to) & GFP_NOFS); /* verdict derived origin */
}

struct page *one_unknown_bad(struct address_space *to, gfp_t *(*ask)(void))
{
	return two_masks(to, 0, mapping_gfp_mask(to), *ask()); /* want unknown: "read through a pointer" */
}

/* Hands both on to the same sink. */
static int together(struct page *page, struct address_space *to, gfp_t base, gfp_t more)
{
	return add_to_page_cache_lru(page, to, 0, base | more); /* verdict passthrough */
}

int base_bad(struct page *page, struct address_space *to)
{
	return together(page, to, GFP_KERNEL, __GFP_NOWARN); /* want hardcoded: "GFP_KERNEL reaches add_to_page_cache_lru" */
}

int none_together_ok(struct page *page, struct address_space *to)
{
	return together(page, to, mapping_gfp_mask(to), __GFP_NOWARN); /* verdict derived origin */
}

/* Which of the two it is depends. */
static int either(struct page *page, struct address_space *to, gfp_t one, gfp_t other)
{
	gfp_t gfp = page->private ? one : other;

	return add_to_page_cache_lru(page, to, 0, gfp); /* verdict passthrough */
}

int other_bad(struct page *page, struct address_space *to)
{
	return either(page, to, GFP_NOIO, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL reaches add_to_page_cache_lru" */
}

/* A mask that is called a number. */
static int by_number(struct page *page, struct address_space *to, unsigned int how, unsigned long at)
{
	return add_to_page_cache_lru(page, to, at, (gfp_t)how); /* verdict passthrough */
}

int number_bad(struct page *page, struct address_space *to)
{
	return by_number(page, to, GFP_KERNEL, 0); /* want hardcoded: "GFP_KERNEL reaches add_to_page_cache_lru" */
}
