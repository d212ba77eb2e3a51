#ifndef POND_COMPAT_H
#define POND_COMPAT_H

#include <linux/version.h>

#define POND_SINCE(a, b) (LINUX_VERSION_CODE >= KERNEL_VERSION(a, b, 0))

#if POND_SINCE(5, 16)
#define POND_HAS_FOLIOS 1
#endif

#if LINUX_VERSION_CODE < KERNEL_VERSION(4, 12, 0)
#define pond_find_or_create(mapping, index) \
	find_or_create_page(mapping, index, mapping_gfp_mask(mapping) & ~__GFP_FS)
#else
#define pond_find_or_create(mapping, index) \
	find_or_create_page(mapping, index, GFP_KERNEL)
#endif

/* How the pages of a pond are read. */
#define POND_GFP(mapping) GFP_KERNEL

#endif
