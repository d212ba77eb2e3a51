#ifndef MINI_GFP_H
#define MINI_GFP_H

#include <linux/gfp_types.h>

struct page;
struct folio;

#define GFP_RECLAIM_MASK \
	(GFP_KERNEL | __GFP_HIGH | __GFP_ATOMIC | __GFP_NOWARN | __GFP_NORETRY | \
	 __GFP_RETRY_MAYFAIL | __GFP_NOFAIL | __GFP_MEMALLOC | __GFP_NOMEMALLOC)

struct page *alloc_pages(gfp_t gfp, unsigned int order);
#define alloc_page(gfp) alloc_pages(gfp, 0)
struct folio *folio_alloc(gfp_t gfp, unsigned int order);
void __free_pages(struct page *page, unsigned int order);

static inline bool gfpflags_allow_blocking(gfp_t flags)
{
	return (flags & __GFP_DIRECT_RECLAIM) != 0;
}

#endif
