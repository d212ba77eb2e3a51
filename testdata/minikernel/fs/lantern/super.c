#include <linux/pagemap.h>
#include <linux/slab.h>

struct lantern_sb {
	struct inode meta;
	struct inode data;
	gfp_t (*choose)(struct inode *inode);
};

/* The page goes into one mapping, its mask comes from another. */
struct page *lantern_meta(struct lantern_sb *lsb, pgoff_t index)
{
	return find_or_create_page(&lsb->meta.i_data, index,
				   mapping_gfp_mask(&lsb->data.i_data));
}

/* Whoever filled the hook in decides, and nobody in this tree does. */
struct page *lantern_data(struct lantern_sb *lsb, pgoff_t index)
{
	return find_or_create_page(&lsb->data.i_data, index,
				   lsb->choose(&lsb->data));
}

struct page *lantern_atomic(struct lantern_sb *lsb, pgoff_t index)
{
	return pagecache_get_page(&lsb->data.i_data, index,
				  FGP_LOCK | FGP_CREAT | FGP_NOWAIT, GFP_NOWAIT);
}

/* Scratch pages that never enter a mapping. */
struct page *lantern_scratch(void)
{
	return __page_cache_alloc(GFP_KERNEL);
}
