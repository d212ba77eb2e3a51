/*
 * rule:     derived
 * shows:    a field of a local struct that a helper fills through its address, where others set that field too
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct quay {
	int count;
	gfp_t quay_gfp;
};

static void quay_fill(gfp_t *where, struct address_space *mapping)
{
	*where = mapping_gfp_mask(mapping);
}

int quay_own_ok(struct page *page, struct address_space *mapping)
{
	struct quay own = {};

	quay_fill(&own.quay_gfp, mapping); /* verdict derived origin */
	return add_to_page_cache_lru(page, mapping, 0, own.quay_gfp); /* verdict derived */
}

int quay_handed_ok(struct page *page, struct address_space *mapping, struct quay *quay)
{
	return add_to_page_cache_lru(page, mapping, 0, quay->quay_gfp); /* verdict passthrough */
}

void quay_other(struct quay *quay, struct address_space *mapping)
{
	quay_fill(&quay->quay_gfp, mapping); /* verdict derived origin */
}
