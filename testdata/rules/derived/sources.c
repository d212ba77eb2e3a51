/*
 * rule:     derived
 * shows:    every way to ask the mapping
 * headers:  pagemap buffer_head
 * config:   all
 */
#include <linux/buffer_head.h>

/* Looks through to the mapping, as file systems with a wrapper of their own do. */
static gfp_t own_write_mask(struct address_space *mapping)
{
	return mapping_gfp_constraint(mapping, ~__GFP_FS);
}

int whole_mask_ok(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, mapping_gfp_mask(mapping)); /* verdict derived */
}

int constraint_ok(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, /* verdict derived */
				     mapping_gfp_constraint(mapping, GFP_KERNEL));
}

int constraint_by_complement_ok(struct page *page, struct inode *inode)
{
	return add_to_page_cache_lru(page, inode->i_mapping, 0, /* verdict derived */
				     mapping_gfp_constraint(inode->i_mapping, ~__GFP_FS));
}

int readahead_ok(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, readahead_gfp_mask(mapping)); /* verdict derived */
}

int open_coded_ok(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = GFP_KERNEL & mapping_gfp_mask(mapping);

	return add_to_page_cache_lru(page, mapping, 0, gfp); /* verdict derived */
}

int field_ok(struct page *page, struct inode *inode)
{
	return add_to_page_cache_lru(page, inode->i_mapping, 0, /* verdict derived */
				     inode->i_mapping->gfp_mask);
}

int field_of_data_ok(struct page *page, struct inode *inode)
{
	return add_to_page_cache_lru(page, &inode->i_data, 0, inode->i_data.gfp_mask); /* verdict derived */
}

struct page *wrapper_ok(struct inode *inode, pgoff_t index)
{
	return find_or_create_page(inode->i_mapping, index, /* verdict derived */
				   own_write_mask(inode->i_mapping));
}

struct page *reclaim_part_ok(struct inode *inode, pgoff_t index)
{
	gfp_t gfp = mapping_gfp_mask(inode->i_mapping);

	return find_or_create_page(inode->i_mapping, index, gfp & GFP_RECLAIM_MASK); /* verdict derived */
}

struct page *device_page_ok(struct super_block *sb, pgoff_t index)
{
	struct address_space *mapping = sb->s_bdev->bd_inode->i_mapping;
	gfp_t gfp = mapping_gfp_constraint(mapping, ~__GFP_FS);

	gfp |= __GFP_NOFAIL | __GFP_MOVABLE;
	return find_or_create_page(mapping, index, gfp); /* verdict derived */
}

int unsigned_ok(struct page *page, struct address_space *mapping)
{
	unsigned int gfp = (__force unsigned int)mapping_gfp_mask(mapping);

	return add_to_page_cache_lru(page, mapping, 0, (__force gfp_t)(gfp & ~0x80u)); /* verdict derived */
}

int file_ok(struct page *page, struct file *file)
{
	gfp_t gfp = readahead_gfp_mask(file->f_mapping) | __GFP_NOWARN;

	return add_to_page_cache_lru(page, file->f_mapping, 0, gfp); /* verdict derived */
}

int page_mapping_ok(struct page *page, struct page *fresh)
{
	struct address_space *mapping = page->mapping;

	return add_to_page_cache_lru(fresh, mapping, 1, mapping_gfp_mask(page->mapping)); /* verdict derived */
}

/* These take the mask from the mapping on their own: no mask, no site. */
struct page *no_mask_ok(struct inode *inode, pgoff_t index)
{
	struct page *page = grab_cache_page(inode->i_mapping, index); /* ok: derived by itself */

	return page ?: page_cache_alloc(inode->i_mapping); /* ok: likewise */
}
