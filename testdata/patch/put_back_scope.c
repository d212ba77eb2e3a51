/* Scopes and flags that kept reclaim out before a change are put back, or it is said why not. */
#include <linux/pagemap.h>

int scoped(struct address_space *mapping, struct page *page)
{
	int err = add_to_page_cache_lru(page, mapping, 0, mapping_gfp_mask(mapping));

	return err;
}

int scoped_all(struct address_space *mapping, struct page *page, int locked)
{
	int err;

	err = add_to_page_cache_lru(page, mapping, 0, mapping_gfp_mask(mapping));
	if (err)
		return err;
	return add_to_page_cache_lru(page, mapping, 1, mapping_gfp_mask(mapping));
}

struct page *flagged(struct address_space *mapping)
{
	return pagecache_get_page(mapping, 0, FGP_LOCK | FGP_CREAT,
				  mapping_gfp_mask(mapping));
}

struct page *helped(struct address_space *mapping)
{
	return grab_cache_page(mapping, 0);
}
