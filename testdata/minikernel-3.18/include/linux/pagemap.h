#ifndef MINI_PAGEMAP_H
#define MINI_PAGEMAP_H

#include <linux/err.h>
#include <linux/fs.h>
#include <linux/kernel.h>
#include <linux/mm.h>

#define FGP_ACCESSED	0x01
#define FGP_LOCK	0x02
#define FGP_CREAT	0x04
#define FGP_WRITE	0x08
#define FGP_NOFS	0x10
#define FGP_NOWAIT	0x20

/* The mask lives in the low bits of the flags. */
static inline gfp_t mapping_gfp_mask(struct address_space *mapping)
{
	unsigned long bits = mapping->flags & (unsigned long)__GFP_BITS_MASK;

	return (__force gfp_t)bits;
}

static inline void mapping_set_gfp_mask(struct address_space *m, gfp_t mask)
{
	m->flags &= ~(unsigned long)__GFP_BITS_MASK;
	m->flags |= (unsigned long)mask;
}

struct page *__page_cache_alloc(gfp_t gfp);

static inline struct page *page_cache_alloc_cold(struct address_space *mapping)
{
	return __page_cache_alloc(__GFP_COLD | mapping_gfp_mask(mapping));
}

int add_to_page_cache_locked(struct page *page, struct address_space *mapping,
			     pgoff_t index, gfp_t gfp);
int add_to_page_cache_lru(struct page *page, struct address_space *mapping,
			  pgoff_t index, gfp_t gfp);

static inline int add_to_page_cache(struct page *page,
				    struct address_space *mapping,
				    pgoff_t index, gfp_t gfp)
{
	page->flags |= 1;
	return add_to_page_cache_locked(page, mapping, index, gfp);
}

struct page *pagecache_get_page(struct address_space *mapping, pgoff_t index,
				int fgp_flags, gfp_t gfp);
struct page *read_cache_page_gfp(struct address_space *mapping, pgoff_t index,
				 gfp_t gfp);

static inline struct page *find_or_create_page(struct address_space *mapping,
					       pgoff_t index, gfp_t gfp)
{
	const int how = FGP_CREAT | FGP_LOCK | FGP_ACCESSED;

	return pagecache_get_page(mapping, index, how, gfp);
}

static inline struct page *grab_cache_page(struct address_space *mapping,
					   pgoff_t index)
{
	gfp_t gfp = mapping_gfp_mask(mapping);

	return find_or_create_page(mapping, index, gfp);
}

void unlock_page(struct page *page);
void SetPageDirty(struct page *page);

#endif
