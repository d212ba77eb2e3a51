#ifndef MINI_SHMEM_FS_H
#define MINI_SHMEM_FS_H

#include <linux/pagemap.h>

struct page *shmem_read_mapping_page_gfp(struct address_space *mapping,
					 pgoff_t index, gfp_t gfp);

static inline struct page *shmem_read_mapping_page(struct address_space *mapping,
						   pgoff_t index)
{
	gfp_t gfp = mapping_gfp_mask(mapping);

	return shmem_read_mapping_page_gfp(mapping, index, gfp);
}

#endif
