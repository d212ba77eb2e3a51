/*
 * rule:     derived
 * shows:    what is known of the variable that a switch asks leaves cases out
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>
extern int cond(void);
extern void fill(int *value);

int known_number_ok(struct page *page, struct address_space *mapping)
{
	gfp_t m = mapping_gfp_mask(mapping);
	int how = 2;

	switch (how) {
	case 0:
		m = GFP_KERNEL;
		break;
	case 2:
		break;
	default:
		m = GFP_NOFS;
	}
	return add_to_page_cache_lru(page, mapping, 0, m); /* verdict derived */
}

int asked_before_ok(struct page *page, struct address_space *mapping, int how)
{
	gfp_t m = GFP_KERNEL;

	if (how)
		m = mapping_gfp_mask(mapping);
	switch (how) {
	case 0:
		return 0;
	default:
		return add_to_page_cache_lru(page, mapping, 0, m); /* verdict derived */
	}
}

int asked_afterwards_ok(struct page *page, struct address_space *mapping, int how)
{
	gfp_t m;

	switch (how) {
	case 1:
	case 2:
		m = mapping_gfp_mask(mapping);
		break;
	default:
		m = GFP_KERNEL;
	}
	if (how != 1)
		return 0;
	return add_to_page_cache_lru(page, mapping, 0, m); /* verdict derived */
}

int two_switches_ok(struct page *page, struct address_space *mapping, int how)
{
	gfp_t m = GFP_KERNEL;

	switch (how) {
	case 0: m = GFP_NOFS; break;
	case 1: m = mapping_gfp_mask(mapping); break;
	}
	switch (how) {
	case 0: return 0;
	case 1: return add_to_page_cache_lru(page, mapping, 0, m); /* verdict derived */
	}
	return 0;
}

int complete_ok(struct page *page, struct address_space *mapping, bool how)
{
	gfp_t m = mapping_gfp_mask(mapping);

	if (how)
		return 0;
	switch (how) {
	case 0:
		break;
	case 1:
		m = GFP_KERNEL;
		break;
	}
	return add_to_page_cache_lru(page, mapping, 0, m); /* verdict derived */
}
