/*
 * rule:     unknown
 * shows:    fields of which nothing is seen that sets them, because macros do
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct groyne { gfp_t wave_gfp; };

struct jetty { gfp_t own_gfp; };

struct mole { gfp_t stone_gfp; };

struct quay { gfp_t gfp; };

struct ramp { gfp_t gfp; };

#define groyne_gfp(groyne) ((groyne)->wave_gfp)
#define jetty_gfp own_gfp
#define DECLARE_MOLE(name) struct mole name = { .stone_gfp = GFP_KERNEL }

DECLARE_MOLE(north_mole);

void set_by_accessor(struct groyne *groyne)
{
	groyne_gfp(groyne) = GFP_KERNEL;
}

void set_by_its_own_name(struct jetty *jetty)
{
	jetty->own_gfp = GFP_KERNEL;
}

int set_by_accessor_bad(struct groyne *groyne, struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, groyne_gfp(groyne)); /* miss unknown: "nothing is seen to set" -- such a field is passthrough without an origin */
}

int read_by_another_name_bad(struct jetty *jetty, struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, jetty->jetty_gfp); /* miss unknown: "nothing is seen to set" -- such a field is passthrough without an origin */
}

int declared_by_a_macro_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, north_mole.stone_gfp); /* miss unknown: "nothing is seen to set" -- such a field is passthrough without an origin */
}

/* What is copied from a field that nothing sets. */
void copied_bad(struct quay *quay, struct ramp *ramp)
{
	quay->gfp = ramp->gfp; /* miss unknown: "nothing is seen to set" -- such a field is passthrough without an origin */
}

int copied_later_ok(struct quay *quay, struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, quay->gfp); /* verdict passthrough */
}
