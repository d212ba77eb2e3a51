/* profile: 6.1. A module that is read without a kernel. */
#include <linux/pagemap.h>

int of_an_inode(struct page *page, struct inode *inode)
{
	return add_to_page_cache_lru(page, inode->i_mapping, 0, GFP_KERNEL);
}

int of_a_file(struct page *page, struct file *file)
{
	return add_to_page_cache_lru(page, file->f_mapping, 0, GFP_KERNEL);
}
