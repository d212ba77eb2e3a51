/*
 * rule:     scoped
 * shows:    a scope that ends with an inner block, by each spelling of the attribute
 * headers:  pagemap sched/mm
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

static void shut_lock(unsigned int *nofs)
{
	memalloc_nofs_restore(*nofs);
}

int cleanup_word_bad(struct page *page, struct address_space *mapping)
{
	{
		unsigned int nofs __cleanup(shut_lock) = memalloc_nofs_save();

		if (!nofs)
			page->index = 0;
	}
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int cleanup_attribute_bad(struct page *page, struct address_space *mapping)
{
	{
		unsigned int nofs __attribute__((cleanup(shut_lock))) = memalloc_nofs_save();

		if (!nofs)
			page->index = 0;
	}
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int cleanup_underscores_bad(struct page *page, struct address_space *mapping)
{
	{
		unsigned int nofs __attribute__((__cleanup__(shut_lock))) = memalloc_nofs_save();

		if (!nofs)
			page->index = 0;
	}
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int cleanup_leading_bad(struct page *page, struct address_space *mapping)
{
	{
		__attribute__((cleanup(shut_lock))) unsigned int nofs = memalloc_nofs_save();

		if (!nofs)
			page->index = 0;
	}
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int cleanup_leading_word_bad(struct page *page, struct address_space *mapping)
{
	{
		__cleanup(shut_lock) unsigned int nofs = memalloc_nofs_save();

		if (!nofs)
			page->index = 0;
	}
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int cleanup_in_the_middle_bad(struct page *page, struct address_space *mapping)
{
	{
		unsigned int __cleanup(shut_lock) nofs = memalloc_nofs_save();

		if (!nofs)
			page->index = 0;
	}
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int cleanup_second_bad(struct page *page, struct address_space *mapping)
{
	{
		unsigned int nofs __attribute__((unused, cleanup(shut_lock))) = memalloc_nofs_save();

		if (!nofs)
			page->index = 0;
	}
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

#define AUTO_SHUT __attribute__((cleanup(shut_lock)))

int cleanup_by_a_macro_bad(struct page *page, struct address_space *mapping)
{
	{
		unsigned int nofs AUTO_SHUT = memalloc_nofs_save();

		if (!nofs)
			page->index = 0;
	}
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* miss hardcoded: "GFP_KERNEL" -- an attribute that a macro stands for is not read */
}
