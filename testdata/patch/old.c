/* kernel: 3.18. Before mapping_gfp_constraint() the masks are ANDed. */
#include <linux/pagemap.h>

struct harbor_dir {
	struct inode *inode_of_it;
};

int plain(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
}

int with_modifiers(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_NOFS | __GFP_NOFAIL);
}

int either_mask(struct page *page, struct address_space *mapping, bool may_enter)
{
	return add_to_page_cache_lru(page, mapping, 0,
				     may_enter ? GFP_KERNEL : GFP_NOFS);
}

int broken_at_the_operator(struct page *page, struct harbor_dir *dir)
{
	if (!add_to_page_cache_lru(page, dir->inode_of_it->i_mapping, 0,
							GFP_KERNEL)) {
		return 1;
	}
	return 0;
}
