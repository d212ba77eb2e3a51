/*
 * rule:     hardcoded
 * shows:    ll_dir_filler, whose pages come from the mapping's mask, before the fix
 * headers:  pagemap slab
 * config:   all
 * kernel:   3.18
 * names:    real
 */
#include <linux/pagemap.h>
#include <linux/slab.h>

#define LL_POOL 16

struct ll_dir_request {
	struct inode *inode;
	struct page **pool;
	int wanted;
	int got;
};

static int md_readpage(struct ll_dir_request *request)
{
	request->got = request->wanted;
	return 0;
}

static pgoff_t hash_x_index(u64 hash, int hash64)
{
	return hash64 ? hash >> 32 : hash;
}

/* Every other allocation of this function keeps out of the file system. */
static int ll_dir_filler(void *hash, struct page *first)
{
	struct inode *inode = first->mapping->host;
	struct ll_dir_request request = { .inode = inode, .wanted = LL_POOL };
	int i;

	request.pool = kzalloc(LL_POOL * sizeof(first), GFP_NOFS);
	if (!request.pool)
		return -ENOMEM;
	request.pool[0] = first;
	for (i = 1; i < LL_POOL; i++)
		request.pool[i] = page_cache_alloc_cold(inode->i_mapping);
	if (md_readpage(&request))
		request.got = 0;
	unlock_page(first);
	for (i = 1; i < LL_POOL; i++) {
		struct page *page = request.pool[i];
		pgoff_t offset = hash_x_index(*(u64 *)hash + i, 1);
		int ret = -EIO;

		if (i < request.got)
			ret = add_to_page_cache_lru(page, inode->i_mapping, offset, /* want hardcoded (warning): "GFP_KERNEL" */
						    GFP_KERNEL);
		if (!ret)
			unlock_page(page);
		put_page(page);
	}
	kfree(request.pool);
	return 0;
}

struct page *ll_get_dir_page(struct inode *dir, u64 *hash, struct page *first)
{
	return ll_dir_filler(hash, first) ? NULL : first;
}
