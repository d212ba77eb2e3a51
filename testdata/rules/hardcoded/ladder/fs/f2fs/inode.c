/*
 * rule:     hardcoded
 * shows:    a mapping with a name of its own reaches the code that names it
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct f2fs_sb_info {
	struct inode *meta_inode;
};

static inline struct address_space *META_MAPPING(struct f2fs_sb_info *sbi)
{
	return sbi->meta_inode->i_mapping;
}

void f2fs_setup_meta(struct inode *inode)
{
	mapping_set_gfp_mask(inode->i_mapping, GFP_NOFS);
}

void f2fs_mount(struct f2fs_sb_info *sbi, struct super_block *sb)
{
	sbi->meta_inode = new_inode(sb);
	f2fs_setup_meta(sbi->meta_inode);
}

int f2fs_meta_bad(struct f2fs_sb_info *sbi, struct page *page)
{
	return add_to_page_cache_lru(page, META_MAPPING(sbi), 0, GFP_KERNEL); /* want hardcoded (warning): "GFP_KERNEL" */
}

int f2fs_data_bad(struct inode *inode, struct page *page)
{
	return add_to_page_cache_lru(page, inode->i_mapping, 0, GFP_KERNEL); /* want hardcoded (warning): "GFP_KERNEL" */
}
