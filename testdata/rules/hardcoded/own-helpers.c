/*
 * rule:     hardcoded
 * shows:    a function of the file's own that bears the name of one that the tables know
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

static gfp_t btrfs_alloc_write_mask(struct address_space *mapping)
{
	return GFP_KERNEL;
}

static gfp_t readahead_gfp_mask(struct address_space *mapping)
{
	return GFP_KERNEL;
}

int own_helper_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, btrfs_alloc_write_mask(mapping)); /* want hardcoded: "GFP_KERNEL" */
}

int own_name_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, readahead_gfp_mask(mapping)); /* miss hardcoded: "GFP_KERNEL" -- a name of the tables is taken for what it is in the kernel */
}
