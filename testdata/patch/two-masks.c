/* The mask that is at fault is mended, and no other. */
#include <linux/pagemap.h>

static struct page *two_masks(struct address_space *to, pgoff_t at, gfp_t of_page, gfp_t of_node)
{
	struct page *page = __page_cache_alloc(of_page);

	if (page && add_to_page_cache_lru(page, to, at, of_node)) {
		put_page(page);
		return NULL;
	}
	return page;
}

struct page *second(struct address_space *to)
{
	return two_masks(to, 0, mapping_gfp_mask(to), GFP_KERNEL);
}

struct page *first(struct address_space *to)
{
	return two_masks(to, 0, GFP_KERNEL, mapping_gfp_mask(to));
}

struct page *both(struct address_space *to)
{
	return two_masks(to, 0, GFP_KERNEL, GFP_KERNEL);
}

struct page *both_of_a_field(struct inode **inodes)
{
	struct inode *inode = inodes[0];

	return two_masks(inode->i_mapping, 0, GFP_KERNEL, GFP_KERNEL);
}

struct page *different(struct address_space *to)
{
	return two_masks(to, 0, GFP_NOFS, GFP_KERNEL);
}

/* Written alike, of different use. */
static int where_and_how(struct page *page, unsigned long where, struct address_space *to,
			 gfp_t how)
{
	page->private = where;
	return add_to_page_cache_lru(page, to, 0, how);
}

int alike(struct page *page, struct address_space *to)
{
	return where_and_how(page, GFP_KERNEL, to, GFP_KERNEL);
}
