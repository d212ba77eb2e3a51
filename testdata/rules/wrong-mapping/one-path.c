/*
 * rule:     wrong-mapping
 * shows:    the mask of another mapping on one path, or in one part of the mask
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

int one_path_bad(struct page *page, struct address_space *to, struct address_space *other, int how)
{
	gfp_t gfp = mapping_gfp_mask(to);

	if (how)
		gfp = mapping_gfp_mask(other);
	return add_to_page_cache_lru(page, to, 0, gfp); /* want wrong-mapping: "the mask of other" */
}

int one_part_bad(struct page *page, struct address_space *to, struct address_space *other)
{
	return add_to_page_cache_lru(page, to, 0, mapping_gfp_mask(to) | mapping_gfp_mask(other)); /* want wrong-mapping: "the mask of other" */
}

int both_bounds_ok(struct page *page, struct address_space *to, struct address_space *other)
{
	return add_to_page_cache_lru(page, to, 0, mapping_gfp_mask(to) & mapping_gfp_mask(other)); /* verdict derived */
}

int of_a_new_inode_bad(struct page *page, struct address_space *to, struct super_block *sb)
{
	struct inode *inode = new_inode(sb);

	return add_to_page_cache_lru(page, to, 0, mapping_gfp_mask(inode->i_mapping)); /* want wrong-mapping: "the mask of new_inode" */
}

/* The new inode was given the mapping. */
int given_to_a_new_inode_ok(struct page *page, struct address_space *to, struct super_block *sb)
{
	struct inode *inode = new_inode(sb);

	inode->i_mapping = to;
	return add_to_page_cache_lru(page, to, 0, mapping_gfp_mask(inode->i_mapping)); /* verdict derived */
}

/* The page goes into one of two mappings, and the new inode's is neither of them. */
int of_neither_bad(struct page *page, struct address_space *to, struct address_space *other, int how)
{
	struct address_space *mapping = to;
	struct inode *inode;

	if (how)
		mapping = other;
	inode = new_inode(mapping->host->i_sb);
	return add_to_page_cache_lru(page, mapping, 0, mapping_gfp_mask(inode->i_mapping)); /* want wrong-mapping: "the mask of new_inode" */
}

/* Where how is set. */
int of_one_of_two_bad(struct page *page, struct address_space *to, struct address_space *other, int how)
{
	struct address_space *mapping = to;

	if (how)
		mapping = other;
	return add_to_page_cache_lru(page, mapping, 0, mapping_gfp_mask(to)); /* miss wrong-mapping: "the mask of to" -- which of several mappings goes with which mask is not told */
}
