/*
 * rule:     wrong-mapping
 * shows:    pointers to mappings that are set again, moved on, or set by a loop
 * headers:  pagemap list
 * config:   all
 */
#include <linux/list.h>
#include <linux/pagemap.h>

int one_of_two_bad(struct page *page, struct inode *dir, struct inode *inode, bool which)
{
	struct address_space *from = which ? dir->i_mapping : dir->i_mapping->host->i_mapping;

	return add_to_page_cache_lru(page, inode->i_mapping, 0, mapping_gfp_mask(from)); /* want wrong-mapping: "dir->i_mapping" */
}

int one_of_two_parameters_bad(struct page *page, struct inode *dir, struct inode *inode, bool which)
{
	struct inode *from = which ? dir : inode;

	return add_to_page_cache_lru(page, inode->i_mapping, 0, /* want wrong-mapping: "dir->i_mapping" */
				     mapping_gfp_mask(from->i_mapping));
}

int other_of_two_bad(struct page *page, struct inode *dir, struct inode *inode, bool which)
{
	struct inode *from = which ? inode : dir;

	return add_to_page_cache_lru(page, inode->i_mapping, 0, /* want wrong-mapping: "dir->i_mapping" */
				     mapping_gfp_mask(from->i_mapping));
}

int the_right_one_first_bad(struct page *page, struct inode *inode, struct inode *dir, bool which)
{
	struct inode *from = which ? inode : dir;

	return add_to_page_cache_lru(page, inode->i_mapping, 0, /* want wrong-mapping: "dir->i_mapping" */
				     mapping_gfp_mask(from->i_mapping));
}

/* The page may go into either: one of them is the right one. */
int into_one_of_two_ok(struct page *page, struct inode *dir, struct inode *inode, bool which)
{
	struct inode *to = which ? inode : dir;

	return add_to_page_cache_lru(page, to->i_mapping, 0, /* verdict derived */
				     mapping_gfp_mask(dir->i_mapping));
}

int into_the_other_of_two_ok(struct page *page, struct inode *inode, struct inode *dir, bool which)
{
	struct inode *to = which ? inode : dir;

	return add_to_page_cache_lru(page, to->i_mapping, 0, /* verdict derived */
				     mapping_gfp_mask(dir->i_mapping));
}

int set_on_one_path_bad(struct page *page, struct inode *dir, struct inode *inode, bool which)
{
	struct inode *from = dir;

	if (which)
		from = inode;
	return add_to_page_cache_lru(page, inode->i_mapping, 0, /* want wrong-mapping: "dir->i_mapping" */
				     mapping_gfp_mask(from->i_mapping));
}

int set_in_the_argument_bad(struct page *page, struct inode *dir, struct inode *inode)
{
	struct inode *from;

	return add_to_page_cache_lru(page, inode->i_mapping, 0, /* want wrong-mapping: "dir->i_mapping" */
				     mapping_gfp_mask((from = dir)->i_mapping));
}

int last_of_a_comma_ok(struct page *page, struct inode *dir, struct inode *inode)
{
	return add_to_page_cache_lru(page, inode->i_mapping, 0, /* verdict derived */
				     mapping_gfp_mask((dir, inode)->i_mapping));
}

int last_of_a_comma_bad(struct page *page, struct inode *dir, struct inode *inode)
{
	return add_to_page_cache_lru(page, inode->i_mapping, 0, /* want wrong-mapping: "dir->i_mapping" */
				     mapping_gfp_mask((inode, dir)->i_mapping));
}

int moved_on_ok(struct page *page, struct inode *inode, struct inode *table, struct inode *by)
{
	struct inode *from = table;

	from += by;
	return add_to_page_cache_lru(page, inode->i_mapping, 0, /* verdict derived */
				     mapping_gfp_mask(from->i_mapping));
}

/* What a loop sets is another inode in each turn. */
int set_by_a_loop_ok(struct page *page, struct inode *inode, struct list_head *inodes)
{
	struct inode *from = new_inode(inode->i_sb);
	int error = 0;

	list_for_each_entry(from, inodes, i_list)
		error |= add_to_page_cache_lru(page, inode->i_mapping, 0, /* verdict derived */
					       mapping_gfp_mask(from->i_mapping));
	return error;
}

int parameter_set_by_a_loop_ok(struct page *page, struct inode *inode, struct inode *from,
			       struct list_head *inodes)
{
	int error = 0;

	list_for_each_entry(from, inodes, i_list)
		error |= add_to_page_cache_lru(page, inode->i_mapping, 0, /* verdict derived */
					       mapping_gfp_mask(from->i_mapping));
	return error;
}

/* More targets than are told apart: nothing is claimed. */
int many_targets_ok(struct page *page, struct inode *inode, struct inode *a, struct inode *b,
		    struct inode *c, struct inode *d, struct inode *e, int n)
{
	struct inode *from = n == 0 ? a : n == 1 ? b : n == 2 ? c : n == 3 ? d : e;

	return add_to_page_cache_lru(page, inode->i_mapping, 0, /* verdict derived */
				     mapping_gfp_mask(from->i_mapping));
}

int few_targets_bad(struct page *page, struct inode *inode, struct inode *a, struct inode *b,
		    struct inode *c, struct inode *d, int n)
{
	struct inode *from = n == 0 ? a : n == 1 ? b : n == 2 ? c : d;

	return add_to_page_cache_lru(page, inode->i_mapping, 0, /* want wrong-mapping: "a->i_mapping or b->i_mapping or c->i_mapping or d->i_mapping" */
				     mapping_gfp_mask(from->i_mapping));
}

static gfp_t mask_below(struct inode *inode)
{
	struct inode *below = lookup_elsewhere(inode);

	return mapping_gfp_mask(below->i_mapping);
}

/* A variable of the callee is none of the caller, whatever its name. */
int local_of_a_callee_ok(struct page *page, struct inode *inode)
{
	struct inode *below = new_inode(inode->i_sb);

	return add_to_page_cache_lru(page, below->i_mapping, 0, mask_below(inode)); /* verdict derived */
}
