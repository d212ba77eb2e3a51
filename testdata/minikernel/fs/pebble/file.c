#include <linux/pagemap.h>
#include <linux/sched/mm.h>

/* Derived when the caller waits, a constant when it does not: half a fix. */
static gfp_t pebble_gfp(struct address_space *mapping, bool quick)
{
	if (quick)
		return GFP_KERNEL | __GFP_NORETRY;
	return mapping_gfp_mask(mapping);
}

int pebble_write_begin(struct file *file, struct address_space *mapping,
		       loff_t pos, unsigned int length, struct page **pagep,
		       void **fsdata)
{
	pgoff_t index = pos >> PAGE_SHIFT;

	*pagep = find_or_create_page(mapping, index, pebble_gfp(mapping, length < 64));
	return *pagep ? 0 : -ENOMEM;
}

/* The restriction is taken off again: the page must come, whatever it costs. */
int pebble_grow(struct inode *inode, pgoff_t index)
{
	struct address_space *mapping = inode->i_mapping;
	gfp_t gfp = mapping_gfp_mask(mapping) | __GFP_FS | __GFP_NOFAIL;
	struct page *page = __page_cache_alloc(gfp);

	return add_to_page_cache_lru(page, mapping, index, gfp);
}

int pebble_symlink_page(struct inode *dir, struct page *page)
{
	return add_to_page_cache_lru(page, dir->i_mapping, 0,
			mapping_gfp_constraint(dir->i_mapping, GFP_KERNEL));
}

#ifdef CONFIG_PEBBLE_DEBUG
struct page *pebble_peek(struct inode *inode, pgoff_t index)
{
	return pagecache_get_page(inode->i_mapping, index, FGP_LOCK, GFP_KERNEL);
}

struct page *pebble_poke(struct inode *inode, pgoff_t index)
{
	return read_cache_page_gfp(inode->i_mapping, index, GFP_USER);
}
#endif
