/*
 * rule:     hardcoded
 * shows:    fields that are set by their place in a list, to masks that are put together
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct berth {
	int length;
	gfp_t berth_gfp;
};

static struct berth berth = { 3, GFP_KERNEL | __GFP_NOWARN }; /* want hardcoded: "GFP_KERNEL" */

struct page *berth_page(struct address_space *mapping)
{
	return find_or_create_page(mapping, 0, berth.berth_gfp); /* verdict passthrough */
}

struct mole {
	const char *name;
	gfp_t mole_gfp;
};

static struct mole moles[] = {
	{ "a", GFP_KERNEL & ~__GFP_NOWARN }, /* want hardcoded: "GFP_KERNEL" */
	{ "b", GFP_NOIO | __GFP_NOWARN }, /* want hardcoded-weak: "GFP_NOIO" */
};

struct page *mole_page(struct address_space *mapping, int which)
{
	struct mole *mole = &moles[which];

	return find_or_create_page(mapping, 0, mole->mole_gfp); /* verdict passthrough */
}

struct stake {
	gfp_t stake_gfp;
};

int local_array_bad(struct page *page, struct address_space *mapping)
{
	struct stake stakes[2] = { { 0 }, { GFP_KERNEL } }; /* want hardcoded: "GFP_KERNEL" */ /* want hardcoded-weak: "0" */

	return add_to_page_cache_lru(page, mapping, 0, stakes[1].stake_gfp); /* verdict passthrough */
}
