/*
 * rule:     partial
 * shows:    constants that are seen to be stored by an address that was kept, or through two pointers
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

static gfp_t *kept;

static void keep(gfp_t *given)
{
	kept = given;
}

static void store_kept(void)
{
	*kept = GFP_KERNEL;
}

int kept_bad(struct page *page, struct address_space *mapping)
{
	gfp_t own = mapping_gfp_mask(mapping);

	keep(&own);
	store_kept();
	return add_to_page_cache_lru(page, mapping, 0, own); /* want partial: "GFP_KERNEL" */
}

static void fill_two(gfp_t **filled)
{
	**filled = GFP_KERNEL;
}

int two_levels_bad(struct page *page, struct address_space *mapping)
{
	gfp_t own = mapping_gfp_mask(mapping);
	gfp_t *to = &own;

	fill_two(&to);
	return add_to_page_cache_lru(page, mapping, 0, own); /* want partial: "GFP_KERNEL" */
}

static gfp_t elsewhere = GFP_KERNEL;

static void lead_elsewhere(gfp_t **filled)
{
	*filled = &elsewhere;
}

int led_elsewhere_bad(struct page *page, struct address_space *mapping)
{
	gfp_t own = mapping_gfp_mask(mapping);
	gfp_t *to = &own;

	lead_elsewhere(&to);
	return add_to_page_cache_lru(page, mapping, 0, *to); /* want partial: "GFP_KERNEL" */
}

static gfp_t last(int count, ...)
{
	return pick_last(count);
}

int variable_argument_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, /* want partial: "GFP_KERNEL" */
				     last(2, mapping_gfp_mask(mapping), GFP_KERNEL));
}
