#ifndef MINI_GFP_H
#define MINI_GFP_H

#include <linux/types.h>

struct page;

#define ___GFP_HIGHMEM		0x02u
#define ___GFP_WAIT		0x10u
#define ___GFP_HIGH		0x20u
#define ___GFP_IO		0x40u
#define ___GFP_FS		0x80u
#define ___GFP_COLD		0x100u
#define ___GFP_NOWARN		0x200u
#define ___GFP_REPEAT		0x400u
#define ___GFP_NOFAIL		0x800u
#define ___GFP_NORETRY		0x1000u
#define ___GFP_ZERO		0x8000u
#define ___GFP_NOMEMALLOC	0x10000u
#define ___GFP_HARDWALL		0x20000u
#define ___GFP_RECLAIMABLE	0x80000u
#define ___GFP_MOVABLE		0x100000u

#define __GFP_HIGHMEM		((__force gfp_t)___GFP_HIGHMEM)
#define __GFP_WAIT		((__force gfp_t)___GFP_WAIT)
#define __GFP_HIGH		((__force gfp_t)___GFP_HIGH)
#define __GFP_IO		((__force gfp_t)___GFP_IO)
#define __GFP_FS		((__force gfp_t)___GFP_FS)
#define __GFP_COLD		((__force gfp_t)___GFP_COLD)
#define __GFP_NOWARN		((__force gfp_t)___GFP_NOWARN)
#define __GFP_REPEAT		((__force gfp_t)___GFP_REPEAT)
#define __GFP_NOFAIL		((__force gfp_t)___GFP_NOFAIL)
#define __GFP_NORETRY		((__force gfp_t)___GFP_NORETRY)
#define __GFP_ZERO		((__force gfp_t)___GFP_ZERO)
#define __GFP_NOMEMALLOC	((__force gfp_t)___GFP_NOMEMALLOC)
#define __GFP_HARDWALL		((__force gfp_t)___GFP_HARDWALL)
#define __GFP_RECLAIMABLE	((__force gfp_t)___GFP_RECLAIMABLE)
#define __GFP_MOVABLE		((__force gfp_t)___GFP_MOVABLE)
#define __GFP_BITS_SHIFT	25
#define __GFP_BITS_MASK		((__force gfp_t)((1 << __GFP_BITS_SHIFT) - 1))

#define GFP_ATOMIC	(__GFP_HIGH)
#define GFP_NOWAIT	(GFP_ATOMIC & ~__GFP_HIGH)
#define GFP_NOIO	(__GFP_WAIT)
#define GFP_NOFS	(GFP_NOIO | __GFP_IO)
#define GFP_KERNEL	(GFP_NOFS | __GFP_FS)
#define GFP_TEMPORARY	(__GFP_RECLAIMABLE | GFP_KERNEL)
#define GFP_USER	(__GFP_HARDWALL | GFP_KERNEL)
#define GFP_HIGHUSER	(__GFP_HIGHMEM | GFP_USER)
#define GFP_HIGHUSER_MOVABLE (__GFP_MOVABLE | GFP_HIGHUSER)
#define GFP_IOFS	(__GFP_FS | __GFP_IO)
#define GFP_RECLAIM_MASK \
	(GFP_KERNEL | __GFP_HIGH | __GFP_NOWARN | __GFP_REPEAT | __GFP_NOFAIL | \
	 __GFP_NORETRY | __GFP_NOMEMALLOC)

struct page *alloc_pages(gfp_t gfp, unsigned int order);
#define alloc_page(gfp) alloc_pages(gfp, 0)

#endif
