/*
 * rule:     hardcoded
 * shows:    masks in locals whose address went where it is not followed: kept, given back, behind two pointers
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

int two_levels_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_mask(mapping);
	gfp_t *near = &gfp;
	gfp_t **far = &near;

	**far = GFP_KERNEL; /* step A */
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want partial [A]: "GFP_KERNEL" */
}

static void fill_behind(gfp_t **filled)
{
	**filled = GFP_KERNEL;
}

int helper_two_levels_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_mask(mapping);
	gfp_t *near = &gfp;

	fill_behind(&near);
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want partial: "GFP_KERNEL" */
}

static gfp_t another = GFP_KERNEL;

static void turn(gfp_t **turned)
{
	*turned = &another;
}

int helper_turns_pointer_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_mask(mapping);
	gfp_t *near = &gfp;

	turn(&near);
	return add_to_page_cache_lru(page, mapping, 0, *near); /* want partial: "GFP_KERNEL" */
}

static gfp_t *give_back(gfp_t *given)
{
	return given;
}

int given_back_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_mask(mapping);

	*give_back(&gfp) = GFP_KERNEL; /* step B */
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want partial [B]: "GFP_KERNEL" */
}

int given_back_to_a_pointer_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_mask(mapping);
	gfp_t *same = give_back(&gfp);

	*same = GFP_KERNEL; /* step D */
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want partial [D]: "GFP_KERNEL" */
}

static gfp_t *kept;

static void keep(gfp_t *given)
{
	kept = given;
}

static void keep_for(gfp_t *given)
{
	gfp_t *copy = given;

	keep(copy);
}

static void write_kept(void)
{
	*kept = GFP_KERNEL;
}

int kept_by_a_helper_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_mask(mapping);

	keep(&gfp);
	write_kept();
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want partial: "GFP_KERNEL" */
}

int kept_further_down_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_mask(mapping);

	keep_for(&gfp);
	write_kept();
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want partial: "GFP_KERNEL" */
}

int kept_here_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_mask(mapping);

	kept = &gfp;
	write_kept();
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want partial: "GFP_KERNEL" */
}

int written_here_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_mask(mapping);

	kept = &gfp;
	*kept = GFP_KERNEL; /* step C */
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want partial [C]: "GFP_KERNEL" */
}

int kept_afterwards_ok(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_mask(mapping);
	int error;

	write_kept();
	error = add_to_page_cache_lru(page, mapping, 0, gfp); /* verdict derived */
	keep(&gfp);
	return error;
}

static void look_at(const gfp_t *gfp)
{
	if (*gfp & __GFP_FS)
		cpu_relax();
}

int looked_at_ok(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_mask(mapping);

	look_at(&gfp);
	write_kept();
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* verdict derived */
}

struct basin {
	int depth;
	gfp_t basin_gfp;
};

int around_a_member_bad(struct page *page, struct address_space *mapping)
{
	struct basin basin = { .basin_gfp = mapping_gfp_mask(mapping) };
	int *depth = &basin.depth;

	container_of(depth, struct basin, depth)->basin_gfp = GFP_KERNEL; /* step E */
	return add_to_page_cache_lru(page, mapping, 0, basin.basin_gfp); /* want partial [E]: "GFP_KERNEL" */
}
