/*
 * rule:     hardcoded
 * shows:    helpers return the mask
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

static gfp_t constant_mask(void)
{
	return GFP_KERNEL; /* step A */
}

static gfp_t layered_mask(void)
{
	return constant_mask() | __GFP_NOWARN; /* step B */
}

static gfp_t without_fs(gfp_t gfp)
{
	return gfp & ~__GFP_FS;
}

static gfp_t of_mapping(struct address_space *mapping)
{
	return mapping_gfp_mask(mapping);
}

static gfp_t of_inode(const struct inode *inode)
{
	gfp_t gfp = of_mapping(inode->i_mapping);

	return without_fs(gfp);
}

int constant_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, constant_mask()); /* want hardcoded [A]: "add_to_page_cache_lru" */
}

int layered_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = layered_mask();

	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want hardcoded [A B]: "add_to_page_cache_lru" */
}

int filtered_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, without_fs(GFP_KERNEL)); /* want hardcoded-nofs: "add_to_page_cache_lru" */
}

int derived_ok(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, of_mapping(mapping)); /* verdict derived */
}

int derived_twice_ok(struct page *page, struct inode *inode)
{
	return add_to_page_cache_lru(page, inode->i_mapping, 0, of_inode(inode)); /* verdict derived */
}

int constrained_ok(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, /* verdict derived */
				     constant_mask() & of_mapping(mapping));
}
