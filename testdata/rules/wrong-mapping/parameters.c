/*
 * rule:     wrong-mapping
 * shows:    the mask is that of another mapping than the page goes into
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

int two_inodes_bad(struct page *page, struct inode *dir, struct inode *inode)
{
	return add_to_page_cache_lru(page, inode->i_mapping, 0, /* want wrong-mapping: "dir->i_mapping" */
				     mapping_gfp_mask(dir->i_mapping));
}

int through_locals_bad(struct page *page, struct inode *dir, struct inode *inode)
{
	struct address_space *target = inode->i_mapping;
	struct address_space *asked = dir->i_mapping;
	gfp_t gfp = mapping_gfp_constraint(asked, GFP_KERNEL);

	return add_to_page_cache_lru(page, target, 0, gfp); /* want wrong-mapping: "dir->i_mapping" */
}

static gfp_t gfp_of(struct inode *inode)
{
	return mapping_gfp_mask(inode->i_mapping);
}

int through_a_helper_bad(struct page *page, struct inode *dir, struct inode *inode)
{
	return add_to_page_cache_lru(page, inode->i_mapping, 0, gfp_of(dir)); /* want wrong-mapping: "dir->i_mapping" */
}

int two_mappings_bad(struct page *page, struct address_space *from, struct address_space *to)
{
	return add_to_page_cache_lru(page, to, 0, mapping_gfp_mask(from)); /* want wrong-mapping: "from" */
}

int other_names_ok(struct page *page, struct inode *inode)
{
	struct address_space *mapping = inode->i_mapping;
	struct address_space *same = mapping;

	return add_to_page_cache_lru(page, same, 0, mapping_gfp_mask(mapping)); /* verdict derived */
}

int maybe_the_same_ok(struct page *page, struct file *file, struct inode *inode)
{
	return add_to_page_cache_lru(page, file->f_mapping, 0, /* verdict derived */
				     mapping_gfp_mask(inode->i_mapping));
}

int own_data_ok(struct page *page, struct inode *inode)
{
	return add_to_page_cache_lru(page, &inode->i_data, 0, /* verdict derived */
				     mapping_gfp_mask(inode->i_mapping));
}

int host_of_the_mapping_ok(struct page *page, struct address_space *mapping)
{
	struct inode *inode = mapping->host;

	return add_to_page_cache_lru(page, mapping, 0, gfp_of(inode)); /* verdict derived */
}

struct pair {
	struct inode *here;
	struct inode *there;
};

int fields_of_one_struct_ok(struct page *page, struct pair *pair)
{
	return add_to_page_cache_lru(page, pair->here->i_mapping, 0, /* verdict derived */
				     mapping_gfp_mask(pair->there->i_mapping));
}

static int insert_one_ok(struct page *page, struct inode *from, struct inode *to)
{
	return add_to_page_cache_lru(page, to->i_mapping, 0, gfp_of(from)); /* verdict derived */
}

int same_inode_twice(struct page *page, struct inode *inode)
{
	return insert_one_ok(page, inode, inode);
}

static int insert_two_bad(struct page *page, struct inode *from, struct inode *to)
{
	return add_to_page_cache_lru(page, to->i_mapping, 0, gfp_of(from)); /* want wrong-mapping: "from->i_mapping" */
}

int once_the_same(struct page *page, struct inode *inode)
{
	return insert_two_bad(page, inode, inode);
}

int once_another(struct page *page, struct inode *dir, struct inode *inode)
{
	return insert_two_bad(page, dir, inode);
}

int compared_ok(struct page *page, struct inode *one, struct inode *other)
{
	if (one != other)
		return 0;
	return add_to_page_cache_lru(page, one->i_mapping, 0, mapping_gfp_mask(other->i_mapping)); /* noise wrong-mapping: "the mask of other" -- that the two were compared is not asked */
}
