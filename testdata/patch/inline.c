/* One site to a function: the mask is constrained where it is written. */
#include <linux/pagemap.h>

int fits(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
}

int too_long_for_the_line(struct page *page, struct address_space *mapping, pgoff_t index)
{
	int error;

	error = add_to_page_cache_lru(page, mapping, index + 1, GFP_KERNEL);
	return error;
}

int goes_on_in_the_next_line(struct page *page, struct address_space *mapping,
			     pgoff_t index)
{
	return add_to_page_cache_lru(page, mapping,
				     index, GFP_KERNEL);
}

int with_a_comment(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0 /* first */, GFP_KERNEL /* for now */);
}

int with_modifiers(struct page *page, struct inode *inode)
{
	return add_to_page_cache_lru(page, inode->i_mapping, 0,
				     GFP_NOFS | __GFP_NOFAIL);
}

int either_mask(struct page *page, struct address_space *mapping, bool may_enter)
{
	return add_to_page_cache_lru(page, mapping, 0,
				     may_enter ? GFP_KERNEL : GFP_NOFS);
}

int through_a_variable(struct page *page, struct address_space *mapping, bool may_enter)
{
	gfp_t gfp = GFP_NOFS;

	if (may_enter)
		gfp = GFP_KERNEL;
	return add_to_page_cache_lru(page, mapping, 0, gfp);
}

static int insert(struct page *page, struct inode *inode, gfp_t gfp)
{
	return add_to_page_cache_lru(page, inode->i_mapping, 0, gfp);
}

int bound_in_a_caller(struct page *page, struct inode *dir)
{
	return insert(page, dir, GFP_KERNEL);
}

static int insert_into(struct page *page, struct file *file, gfp_t gfp)
{
	return add_to_page_cache_lru(page, file->f_mapping, 0, gfp);
}

int of_a_file(struct page *page, struct file *file)
{
	return insert_into(page, file, GFP_NOFS);
}

#ifdef CONFIG_HARBOR
int in_a_branch(struct page *page, struct address_space *mapping)
{
#ifdef CONFIG_PEBBLE
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
#else
	return 0;
#endif
}
#endif
