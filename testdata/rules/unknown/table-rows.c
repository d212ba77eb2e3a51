/*
 * rule:     unknown
 * shows:    rows of a table of structs that macros set
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct buoy { char *name; gfp_t buoy_gfp; };

struct beacon { char *name; gfp_t beacon_gfp; };

struct light { char *name; gfp_t light_gfp; };

#define BUOY(its_name, gfp) { .name = #its_name, .buoy_gfp = gfp }
#define BEACON(its_name) { .name = #its_name, .beacon_gfp = GFP_##its_name }
#define LIGHT(place, gfp) [place] = { .name = #place, .light_gfp = gfp }

static const struct buoy buoys[] = {
	BUOY(red, GFP_KERNEL), /* want unknown: "a field that a macro initialises" */
	BUOY(green, GFP_NOWAIT), /* want unknown: "a field that a macro initialises" */
};

static const struct beacon beacons[] = {
	{ .name = "dark", .beacon_gfp = GFP_NOWAIT }, /* want hardcoded-weak: "GFP_NOWAIT" */
	BEACON(KERNEL), /* want unknown: "a field that a macro initialises" */
};

static const struct light lights[] = {
	LIGHT(1, GFP_KERNEL), /* ok: said where it is read */
};

int row_by_a_macro_ok(struct page *page, struct address_space *mapping, int i)
{
	return add_to_page_cache_lru(page, mapping, 0, buoys[i].buoy_gfp); /* verdict passthrough */
}

int one_row_by_a_macro_ok(struct page *page, struct address_space *mapping, int i)
{
	return add_to_page_cache_lru(page, mapping, 0, beacons[i].beacon_gfp); /* verdict passthrough */
}

int rows_with_their_place_bad(struct page *page, struct address_space *mapping, int i)
{
	return add_to_page_cache_lru(page, mapping, 0, lights[i].light_gfp); /* miss unknown: "nothing is seen to set" -- such a field is passthrough without an origin */
}
