/*
 * rule:     unknown
 * shows:    masks nobody can follow are called unknown, with a reason
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

extern gfp_t elsewhere(struct inode *inode);
extern gfp_t tunable_gfp;

struct chooser {
	gfp_t (*choose)(struct inode *inode);
};

int indirect_bad(struct page *page, struct inode *inode, struct chooser *chooser)
{
	return add_to_page_cache_lru(page, inode->i_mapping, 0, /* want unknown: "add_to_page_cache_lru" */
				     chooser->choose(inode));
}

int external_bad(struct page *page, struct inode *inode)
{
	return add_to_page_cache_lru(page, inode->i_mapping, 0, elsewhere(inode)); /* want unknown: "add_to_page_cache_lru" */
}

int global_bad(struct page *page, struct inode *inode)
{
	return add_to_page_cache_lru(page, inode->i_mapping, 0, tunable_gfp); /* want unknown: "add_to_page_cache_lru" */
}

int arithmetic_bad(struct page *page, struct inode *inode, int n)
{
	return add_to_page_cache_lru(page, inode->i_mapping, 0, 1u << n); /* want unknown: "add_to_page_cache_lru" */
}

int assembler_bad(struct page *page, struct inode *inode)
{
	gfp_t gfp;

	asm volatile("" : "=r" (gfp));
	return add_to_page_cache_lru(page, inode->i_mapping, 0, gfp); /* want unknown: "add_to_page_cache_lru" */
}

int never_set_bad(struct page *page, struct inode *inode)
{
	gfp_t gfp;

	return add_to_page_cache_lru(page, inode->i_mapping, 0, gfp); /* want unknown: "add_to_page_cache_lru" */
}

int external_but_bounded_ok(struct page *page, struct inode *inode)
{
	gfp_t gfp = mapping_gfp_constraint(inode->i_mapping, elsewhere(inode));

	return add_to_page_cache_lru(page, inode->i_mapping, 0, gfp); /* verdict derived */
}
