/*
 * rule:     unknown
 * shows:    a call in text that the grammar does not read says so, and not that it lacks an argument
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

static struct page *bay_fill(struct address_space *m, gfp_t mask)
{
	return find_or_create_page(m, 0, mask); /* verdict passthrough */
}

#define open_bad(m, mask) \
	if (find_or_create_page(m, 0, mask)) /* want unknown: "stands in text the grammar could not read" */ \
		return 1; \
	else

#define filled_bad(m, mask) \
	if (bay_fill(m, mask)) /* want unknown: "stands in text the grammar could not read" */ \
		return 1; \
	else

int bay_any(struct address_space *m)
{
	open_bad(m, GFP_KERNEL)
		return 0;
}
