/*
 * rule:     hardcoded-nofs
 * shows:    constants without __GFP_FS still ignore a mapping that forbids I/O
 * headers:  pagemap shmem_fs
 * config:   all
 */
#include <linux/pagemap.h>

#define META_GFP (GFP_NOFS | __GFP_HIGHMEM)

int insert_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_NOFS); /* want hardcoded-nofs: "GFP_NOFS" */
}

struct page *macro_bad(struct inode *inode, pgoff_t index)
{
	return find_or_create_page(inode->i_mapping, index, META_GFP); /* want hardcoded-nofs: "find_or_create_page" */
}

struct page *bits_bad(struct inode *inode, pgoff_t index)
{
	return find_or_create_page(inode->i_mapping, index, __GFP_RECLAIM | __GFP_IO); /* want hardcoded-nofs: "find_or_create_page" */
}

struct page *constrained_ok(struct inode *inode, pgoff_t index)
{
	gfp_t gfp = mapping_gfp_constraint(inode->i_mapping, GFP_NOFS);

	return find_or_create_page(inode->i_mapping, index, gfp); /* verdict derived */
}
