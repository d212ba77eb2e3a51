/* What can be written for a mapping: a choice, a macro, a function that only looks. */
#include <linux/pagemap.h>

struct sample_sb {
	struct inode *packed_inode;
};

#define PACKED_MAPPING(sbi) ((sbi)->packed_inode->i_mapping)

static struct address_space *packed_mapping(struct sample_sb *sbi)
{
	return sbi->packed_inode->i_mapping;
}

static struct address_space *counted_mapping(struct sample_sb *sbi)
{
	note_use(sbi);
	return sbi->packed_inode->i_mapping;
}

int one_of_two(struct page *page, struct inode *a, struct inode *b, int is_a)
{
	return add_to_page_cache_lru(page, is_a ? a->i_mapping : b->i_mapping, 0, GFP_KERNEL);
}

int by_a_macro(struct page *page, struct sample_sb *sbi)
{
	return add_to_page_cache_lru(page, PACKED_MAPPING(sbi), 0, GFP_KERNEL);
}

int by_a_function(struct page *page, struct sample_sb *sbi)
{
	return add_to_page_cache_lru(page, packed_mapping(sbi), 0, GFP_KERNEL);
}

int by_a_function_that_acts(struct page *page, struct sample_sb *sbi)
{
	return add_to_page_cache_lru(page, counted_mapping(sbi), 0, GFP_KERNEL);
}

int bound_before(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = GFP_NOFS;

	return add_to_page_cache_lru(page, mapping, 0, gfp | __GFP_NOFAIL);
}

int without_spaces(struct page *page, struct address_space *mapping, pgoff_t index)
{
	return add_to_page_cache_lru(page, mapping, index, GFP_NOFS|__GFP_NOFAIL);
}

int bound_as_a_whole(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = GFP_NOFS | __GFP_NOFAIL;

	return add_to_page_cache_lru(page, mapping, 0, gfp);
}

int on_slow_ways(struct page *page, struct address_space *mapping, int state)
{
	if (state == 1)
		return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
	if (state == 2)
		return add_to_page_cache_lru(page, mapping, 1, GFP_KERNEL);
	return 0;
}
