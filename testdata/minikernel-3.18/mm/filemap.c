#include <linux/pagemap.h>
#include <linux/slab.h>

struct page *__page_cache_alloc(gfp_t gfp)
{
	return alloc_pages(gfp, 0);
}

static int __add_to_page_cache_locked(struct page *page,
				      struct address_space *mapping,
				      pgoff_t index, gfp_t gfp, void **shadowp)
{
	if (!kmalloc(64, gfp & ~__GFP_HIGHMEM))
		return -ENOMEM;
	page->mapping = mapping;
	page->index = index;
	return 0;
}

int add_to_page_cache_locked(struct page *page, struct address_space *mapping,
			     pgoff_t index, gfp_t gfp)
{
	return __add_to_page_cache_locked(page, mapping, index, gfp, NULL);
}

int add_to_page_cache_lru(struct page *page, struct address_space *mapping,
			  pgoff_t index, gfp_t gfp)
{
	void *shadow = NULL;

	return __add_to_page_cache_locked(page, mapping, index, gfp, &shadow);
}

struct page *pagecache_get_page(struct address_space *mapping, pgoff_t index,
				int fgp_flags, gfp_t gfp)
{
	struct page *page;

	if (!(fgp_flags & FGP_CREAT))
		return NULL;
	if (fgp_flags & FGP_NOFS)
		gfp &= ~__GFP_FS;
	page = __page_cache_alloc(gfp);
	if (page && add_to_page_cache_lru(page, mapping, index,
					  gfp & GFP_RECLAIM_MASK))
		page = NULL;
	return page;
}

/* The read miss of 3.18: the page obeys the mapping, the insertion does not. */
int mini_read_miss(struct address_space *mapping, pgoff_t index)
{
	struct page *page = page_cache_alloc_cold(mapping);

	return page ? add_to_page_cache_lru(page, mapping, index, GFP_KERNEL)
		    : -ENOMEM;
}
