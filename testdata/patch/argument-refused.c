/* strategy: argument. An address that goes another way cannot be followed. */
#include <linux/pagemap.h>

typedef int (*fill_t)(struct page *page, struct address_space *mapping);

static int in_an_array(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
}

static const fill_t fills[] = { in_an_array };

int array_caller(struct page *page, struct address_space *mapping)
{
	return in_an_array(page, mapping) + fills[0](page, mapping);
}

static int returned(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
}

fill_t fill_of(void)
{
	return returned;
}

int returned_caller(struct page *page, struct address_space *mapping)
{
	return returned(page, mapping);
}

static int chosen(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
}

static int other(struct page *page, struct address_space *mapping)
{
	return 0;
}

int chosen_caller(struct page *page, struct address_space *mapping, int which)
{
	fill_t fill = which ? chosen : other;

	return chosen(page, mapping) + fill(page, mapping);
}

struct dock_ops {
	fill_t fill;
};

static int stored(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
}

void fit_out(struct dock_ops *ops, int which)
{
	ops->fill = which ? stored : NULL;
}

int stored_caller(struct page *page, struct address_space *mapping)
{
	return stored(page, mapping);
}

static int compared(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
}

int is_compared(struct dock_ops *ops)
{
	return ops->fill == compared;
}

int compared_caller(struct page *page, struct address_space *mapping)
{
	return compared(page, mapping);
}

#ifdef CONFIG_MMU
static int with_stub(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
}
#else
static inline int with_stub(struct page *page, struct address_space *mapping)
{
	return 0;
}
#endif

int stub_caller(struct page *page, struct address_space *mapping)
{
	return with_stub(page, mapping);
}

#ifdef CONFIG_NUMA
static int with_macro(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
}
#else
#define with_macro(page, mapping) 0
#endif

int macro_caller(struct page *page, struct address_space *mapping)
{
	return with_macro(page, mapping);
}

static int names_are_taken(struct page *page, struct address_space *mapping, int gfp)
{
	int gfp_mask = gfp + 1;

	return add_to_page_cache_lru(page, mapping, gfp_mask, GFP_KERNEL);
}

int caller_of_taken_names(struct page *page, struct address_space *mapping)
{
	return names_are_taken(page, mapping, 1);
}

static int two_masks(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL)
		+ add_to_page_cache_lru(page, mapping, 1, GFP_NOFS);
}

int caller_of_two_masks(struct page *page, struct address_space *mapping)
{
	return two_masks(page, mapping);
}

static int computed(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
}

int computes_the_mapping(struct page *page, struct address_space *(*get)(void))
{
	return computed(page, get());
}
