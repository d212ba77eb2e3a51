/*
 * rule:     partial
 * shows:    switches over what may be another number by then, or one of a range
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>
extern int cond(void);
extern void fill(int *value);

int changed_bad(struct page *page, struct address_space *mapping, int how)
{
	gfp_t m = GFP_KERNEL; /* step A */

	if (how)
		m = mapping_gfp_mask(mapping);
	how = cond();
	switch (how) {
	case 0:
		return 0;
	default:
		return add_to_page_cache_lru(page, mapping, 0, m); /* want partial [A]: "m" */
	}
}

int by_address_bad(struct page *page, struct address_space *mapping)
{
	gfp_t m = mapping_gfp_mask(mapping);
	int how = 2;

	fill(&how);
	switch (how) {
	case 0:
		m = GFP_KERNEL; /* step B */
		break;
	}
	return add_to_page_cache_lru(page, mapping, 0, m); /* want partial [B]: "m" */
}

int in_a_range_bad(struct page *page, struct address_space *mapping)
{
	gfp_t m = mapping_gfp_mask(mapping);
	int how = 2;

	if (cond())
		how = 7;
	switch (how) {
	case 0 ... 3:
		m = GFP_KERNEL; /* step C */
		break;
	default:
		break;
	}
	return add_to_page_cache_lru(page, mapping, 0, m); /* want partial [C]: "m" */
}

int fallen_into_bad(struct page *page, struct address_space *mapping, int how)
{
	gfp_t m = mapping_gfp_mask(mapping);

	switch (how) {
	case 0:
		m = GFP_KERNEL; /* step D */
		fallthrough;
	case 1:
		return add_to_page_cache_lru(page, mapping, 0, m); /* want partial [D]: "m" */
	default:
		return 0;
	}
}
