/*
 * rule:     hardcoded
 * shows:    a constant with __GFP_FS stands in the call itself
 * headers:  pagemap shmem_fs
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/shmem_fs.h>

int insert_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int insert_folio_bad(struct folio *folio, struct address_space *mapping)
{
	return filemap_add_folio(mapping, folio, 7, (GFP_USER)); /* want hardcoded: "GFP_USER" */
}

struct page *create_bad(struct inode *inode, pgoff_t index)
{
	return find_or_create_page(inode->i_mapping, index, /* want hardcoded: "GFP_HIGHUSER" */
				   GFP_HIGHUSER);
}

struct page *single_bits_bad(struct inode *inode, pgoff_t index)
{
	return read_cache_page_gfp(inode->i_mapping, index, /* want hardcoded: "read_cache_page_gfp" */
				   __GFP_FS | __GFP_IO | __GFP_RECLAIM);
}

struct page *shmem_bad(struct inode *inode, pgoff_t index)
{
	return shmem_read_mapping_page_gfp(inode->i_mapping, index, /* want hardcoded: "GFP_HIGHUSER_MOVABLE" */
					   GFP_HIGHUSER_MOVABLE);
}

struct page *two_calls_bad(struct address_space *mapping, pgoff_t index)
{
	struct page *page = __page_cache_alloc(GFP_KERNEL); /* want hardcoded: "__page_cache_alloc" */

	if (page && add_to_page_cache_lru(page, mapping, index, GFP_KERNEL)) /* want hardcoded: "add_to_page_cache_lru" */
		put_page(page);
	return page;
}
