/* What is not for a program to change, each with its reason. */
#include <linux/pagemap.h>

struct cursor {
	struct address_space *mapping;
	gfp_t gfp;
};

static struct page *next(struct cursor *cursor)
{
	return find_or_create_page(cursor->mapping, 0, cursor->gfp);
}

struct page *kept_in_a_field(struct address_space *mapping)
{
	struct cursor cursor = {
		.mapping = mapping,
		.gfp = GFP_KERNEL,
	};

	return next(&cursor);
}

#define GRAB(mapping, index) find_or_create_page(mapping, index, GFP_KERNEL)

struct page *bound_in_a_macro(struct address_space *mapping)
{
	return GRAB(mapping, 0);
}

struct sample_sb {
	struct inode *meta;
};

static struct page *meta_page(struct sample_sb *sbi, gfp_t gfp)
{
	return find_or_create_page(sbi->meta->i_mapping, 0, gfp);
}

struct page *mapping_not_in_scope(struct sample_sb *sbi)
{
	return meta_page(sbi, GFP_KERNEL);
}

struct page *says_where_as_well(struct address_space *mapping)
{
	return find_or_create_page(mapping, 0, GFP_HIGHUSER);
}

struct page *re_added(struct address_space *mapping)
{
	return find_or_create_page(mapping, 0, mapping_gfp_mask(mapping) | __GFP_FS);
}

struct page *of_another_mapping(struct inode *dir, struct inode *inode)
{
	return find_or_create_page(inode->i_mapping, 0, mapping_gfp_mask(dir->i_mapping));
}

struct page *value_of_a_call(struct address_space *(*get)(void))
{
	return find_or_create_page(get(), 0, GFP_KERNEL);
}
