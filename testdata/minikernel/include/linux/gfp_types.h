#ifndef MINI_GFP_TYPES_H
#define MINI_GFP_TYPES_H

#include <linux/types.h>

/* One plain bit each; the numbers are the miniature's own. */
#define ___GFP_DMA		0x0001u
#define ___GFP_HIGHMEM		0x0002u
#define ___GFP_DMA32		0x0004u
#define ___GFP_MOVABLE		0x0008u
#define ___GFP_RECLAIMABLE	0x0010u
#define ___GFP_HIGH		0x0020u
#define ___GFP_IO		0x0040u
#define ___GFP_FS		0x0080u
#define ___GFP_ZERO		0x0100u
#define ___GFP_ATOMIC		0x0200u
#define ___GFP_DIRECT_RECLAIM	0x0400u
#define ___GFP_KSWAPD_RECLAIM	0x0800u
#define ___GFP_WRITE		0x1000u
#define ___GFP_NOWARN		0x2000u
#define ___GFP_RETRY_MAYFAIL	0x4000u
#define ___GFP_NOFAIL		0x8000u
#define ___GFP_NORETRY		0x10000u
#define ___GFP_MEMALLOC		0x20000u
#define ___GFP_COMP		0x40000u
#define ___GFP_NOMEMALLOC	0x80000u
#define ___GFP_HARDWALL		0x100000u
#define ___GFP_ACCOUNT		0x200000u

#define __GFP_DMA		((__force gfp_t)___GFP_DMA)
#define __GFP_HIGHMEM		((__force gfp_t)___GFP_HIGHMEM)
#define __GFP_DMA32		((__force gfp_t)___GFP_DMA32)
#define __GFP_MOVABLE		((__force gfp_t)___GFP_MOVABLE)
#define __GFP_RECLAIMABLE	((__force gfp_t)___GFP_RECLAIMABLE)
#define __GFP_HIGH		((__force gfp_t)___GFP_HIGH)
#define __GFP_IO		((__force gfp_t)___GFP_IO)
#define __GFP_FS		((__force gfp_t)___GFP_FS)
#define __GFP_ZERO		((__force gfp_t)___GFP_ZERO)
#define __GFP_ATOMIC		((__force gfp_t)___GFP_ATOMIC)
#define __GFP_DIRECT_RECLAIM	((__force gfp_t)___GFP_DIRECT_RECLAIM)
#define __GFP_KSWAPD_RECLAIM	((__force gfp_t)___GFP_KSWAPD_RECLAIM)
#define __GFP_RECLAIM \
	((__force gfp_t)(___GFP_KSWAPD_RECLAIM | ___GFP_DIRECT_RECLAIM))
#define __GFP_WRITE		((__force gfp_t)___GFP_WRITE)
#define __GFP_NOWARN		((__force gfp_t)___GFP_NOWARN)
#define __GFP_RETRY_MAYFAIL	((__force gfp_t)___GFP_RETRY_MAYFAIL)
#define __GFP_NOFAIL		((__force gfp_t)___GFP_NOFAIL)
#define __GFP_NORETRY		((__force gfp_t)___GFP_NORETRY)
#define __GFP_MEMALLOC		((__force gfp_t)___GFP_MEMALLOC)
#define __GFP_COMP		((__force gfp_t)___GFP_COMP)
#define __GFP_NOMEMALLOC	((__force gfp_t)___GFP_NOMEMALLOC)
#define __GFP_HARDWALL		((__force gfp_t)___GFP_HARDWALL)
#define __GFP_ACCOUNT		((__force gfp_t)___GFP_ACCOUNT)

#define GFP_ATOMIC	(__GFP_ATOMIC | __GFP_HIGH | __GFP_KSWAPD_RECLAIM)
#define GFP_NOWAIT	(__GFP_KSWAPD_RECLAIM)
#define GFP_NOIO	(__GFP_RECLAIM)
#define GFP_NOFS	(GFP_NOIO | __GFP_IO)
#define GFP_KERNEL	(GFP_NOFS | __GFP_FS)
#define GFP_KERNEL_ACCOUNT (__GFP_ACCOUNT | GFP_KERNEL)
#define GFP_USER	(__GFP_HARDWALL | GFP_KERNEL)
#define GFP_HIGHUSER	(__GFP_HIGHMEM | GFP_USER)
#define GFP_HIGHUSER_MOVABLE (__GFP_MOVABLE | GFP_HIGHUSER)
#define GFP_DMA32	__GFP_DMA32
#define GFP_TRANSHUGE_LIGHT \
	((GFP_HIGHUSER_MOVABLE | __GFP_COMP | __GFP_NOMEMALLOC | __GFP_NOWARN) & \
	 ~__GFP_RECLAIM)
#define GFP_TRANSHUGE	(__GFP_DIRECT_RECLAIM | GFP_TRANSHUGE_LIGHT)

#endif
