/*
 * rule:     hardcoded
 * shows:    globals that functions of the file set, and what returned pointers lead to
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

static gfp_t tide;

void set_tide(void)
{
	tide = GFP_KERNEL;
}

int tide_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, tide); /* want hardcoded: "GFP_KERNEL" */
}

static gfp_t swell;

static void set_swell(gfp_t to)
{
	swell = to;
}

int swell_bad(struct page *page, struct address_space *mapping)
{
	set_swell(GFP_KERNEL);
	return add_to_page_cache_lru(page, mapping, 0, swell); /* want hardcoded: "GFP_KERNEL" */
}

static gfp_t surge = GFP_NOWAIT;

static void fill_surge(gfp_t *to)
{
	*to = GFP_KERNEL;
}

int surge_bad(struct page *page, struct address_space *mapping)
{
	fill_surge(&surge);
	return add_to_page_cache_lru(page, mapping, 0, surge); /* want hardcoded: "GFP_KERNEL" */
}

static gfp_t brook = GFP_NOWAIT;

int brook_bad(struct page *page, struct address_space *mapping, gfp_t *from)
{
	refill(&brook, from);
	return add_to_page_cache_lru(page, mapping, 0, brook); /* want unknown: "the variable brook is set" */
}

static gfp_t spring = GFP_KERNEL;

static gfp_t *give_spring(void)
{
	return &spring;
}

int spring_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, *give_spring()); /* want hardcoded: "GFP_KERNEL" */
}

typedef gfp_t (*giver)(void);

static gfp_t give_kernel(void)
{
	return GFP_KERNEL;
}

static giver pick(void)
{
	return give_kernel;
}

int picked_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, pick()()); /* want hardcoded: "GFP_KERNEL" */
}

static giver pick_another(giver other)
{
	return other ? other : give_kernel;
}

int picked_somehow_bad(struct page *page, struct address_space *mapping, giver other)
{
	return add_to_page_cache_lru(page, mapping, 0, pick_another(other)()); /* want unknown: "indirect call" */
}
