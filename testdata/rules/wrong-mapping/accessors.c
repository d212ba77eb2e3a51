/*
 * rule:     wrong-mapping
 * shows:    functions that return a field of their argument, and functions that only look so
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct dune {
	struct inode *crest;
	struct inode *foot;
	void *opaque;
};

static struct inode *crest_of(struct dune *dune)
{
	return dune->crest;
}

static struct inode *crest_by_cast(struct dune *dune)
{
	return (struct inode *)dune->crest;
}

static struct inode *crest_by_local(struct dune *dune)
{
	struct inode *inode;

	inode = dune->crest;
	return inode;
}

static struct inode *crest_twice_removed(struct dune *dune)
{
	return crest_by_local(dune);
}

static struct inode *second_crest(struct dune *dune, struct dune *second)
{
	return second->crest;
}

/* Assigned once more: nobody knows what comes back. */
static struct inode *crest_replaced(struct dune *dune)
{
	struct inode *inode = dune->crest;

	inode = lookup_elsewhere(inode);
	return inode;
}

static struct inode *crest_moved_on(struct dune *dune)
{
	struct inode *inode = dune->crest;

	inode += 1;
	return inode;
}

static struct inode *crest_through_asm(struct dune *dune)
{
	struct inode *inode = dune->crest;

	asm volatile("" : "+r" (inode));
	return inode;
}

static struct inode *crest_behind_odd_text(struct dune *dune)
{
	struct inode *inode = dune->crest;

	inode @ = $ dune;
	return inode;
}

/* The directive keeps the quick look at the text from finding the branch. */
static struct inode *crest_or_foot(struct dune *dune, int how)
{
#ifdef CONFIG_DUNE_CHECKS
	check_dune(dune);
#endif
	if (how)
		return dune->crest;
	return dune->foot;
}

static struct inode *either_by_configuration(struct dune *dune)
{
#ifdef CONFIG_DUNE_FOOT
	return dune->foot;
#else
	return dune->crest;
#endif
}

#ifdef CONFIG_DUNE_FOOT
static struct inode *one_of_two_definitions(struct dune *dune)
{
	return dune->foot;
}
#else
static struct inode *one_of_two_definitions(struct dune *dune)
{
	return dune->crest;
}
#endif

int plain_accessor_bad(struct page *page, struct dune *from, struct dune *to)
{
	return add_to_page_cache_lru(page, crest_of(to)->i_mapping, 0, /* want wrong-mapping: "from->crest->i_mapping" */
				     mapping_gfp_mask(from->crest->i_mapping));
}

int cast_accessor_bad(struct page *page, struct dune *from, struct dune *to)
{
	return add_to_page_cache_lru(page, crest_by_cast(to)->i_mapping, 0, /* want wrong-mapping: "from->crest->i_mapping" */
				     mapping_gfp_mask(from->crest->i_mapping));
}

int accessor_with_a_local_bad(struct page *page, struct dune *from, struct dune *to)
{
	return add_to_page_cache_lru(page, crest_twice_removed(to)->i_mapping, 0, /* want wrong-mapping: "from->crest->i_mapping" */
				     mapping_gfp_mask(from->crest->i_mapping));
}

int second_argument_bad(struct page *page, struct dune *from, struct dune *to)
{
	return add_to_page_cache_lru(page, second_crest(from, to)->i_mapping, 0, /* want wrong-mapping: "from->crest->i_mapping" */
				     mapping_gfp_mask(from->crest->i_mapping));
}

int too_few_arguments_ok(struct page *page, struct dune *from, struct dune *to)
{
	return add_to_page_cache_lru(page, second_crest(to)->i_mapping, 0, /* verdict derived */
				     mapping_gfp_mask(from->crest->i_mapping));
}

int replaced_ok(struct page *page, struct dune *from, struct dune *to)
{
	return add_to_page_cache_lru(page, crest_replaced(to)->i_mapping, 0, /* verdict derived */
				     mapping_gfp_mask(from->crest->i_mapping));
}

int moved_on_ok(struct page *page, struct dune *from, struct dune *to)
{
	return add_to_page_cache_lru(page, crest_moved_on(to)->i_mapping, 0, /* verdict derived */
				     mapping_gfp_mask(from->crest->i_mapping));
}

int through_asm_ok(struct page *page, struct dune *from, struct dune *to)
{
	return add_to_page_cache_lru(page, crest_through_asm(to)->i_mapping, 0, /* verdict derived */
				     mapping_gfp_mask(from->crest->i_mapping));
}

int behind_odd_text_ok(struct page *page, struct dune *from, struct dune *to)
{
	return add_to_page_cache_lru(page, crest_behind_odd_text(to)->i_mapping, 0, /* verdict derived */
				     mapping_gfp_mask(from->crest->i_mapping));
}

int branch_ok(struct page *page, struct dune *from, struct dune *to, int how)
{
	return add_to_page_cache_lru(page, crest_or_foot(to, how)->i_mapping, 0, /* verdict derived */
				     mapping_gfp_mask(from->crest->i_mapping));
}

int configuration_ok(struct page *page, struct dune *from, struct dune *to)
{
	return add_to_page_cache_lru(page, either_by_configuration(to)->i_mapping, 0, /* verdict derived */
				     mapping_gfp_mask(from->crest->i_mapping));
}

int two_definitions_ok(struct page *page, struct dune *from, struct dune *to)
{
	return add_to_page_cache_lru(page, one_of_two_definitions(to)->i_mapping, 0, /* verdict derived */
				     mapping_gfp_mask(from->crest->i_mapping));
}
