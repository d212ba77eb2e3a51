/*
 * rule:     derived
 * shows:    what functions do to the fields of a local struct whose address they are handed
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct barge {
	int count;
	gfp_t barge_gfp;
};

static void fill_barge(struct barge *barge, struct address_space *mapping)
{
	barge->barge_gfp = mapping_gfp_mask(mapping);
}

int set_by_helper_ok(struct page *page, struct address_space *mapping)
{
	struct barge own = { 1, GFP_KERNEL };

	fill_barge(&own, mapping);
	return add_to_page_cache_lru(page, mapping, 0, own.barge_gfp); /* verdict derived */
}

struct wherry {
	int count;
	gfp_t wherry_gfp;
};

static void count_wherry(struct wherry *wherry)
{
	wherry->count++;
}

void other_wherry(struct wherry *wherry)
{
	wherry->wherry_gfp = GFP_KERNEL;
}

int left_alone_ok(struct page *page, struct address_space *mapping)
{
	struct wherry own = { .wherry_gfp = mapping_gfp_mask(mapping) };

	count_wherry(&own);
	return add_to_page_cache_lru(page, mapping, 0, own.wherry_gfp); /* verdict derived */
}
