/*
 * rule:     derived
 * shows:    what a function stores in a struct that nobody else sees, or sets anew before anybody does, is no origin
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct spring {
	int count;
	gfp_t spring_gfp;
};

struct outer_spring {
	struct spring inner;
};

extern void spring_sees(struct spring *spring);

static int spring_add(struct page *page, struct address_space *mapping, struct spring *spring)
{
	return add_to_page_cache_lru(page, mapping, 0, spring->spring_gfp); /* verdict passthrough */
}

int set_anew_ok(struct page *page, struct address_space *mapping)
{
	struct spring own = { .spring_gfp = GFP_KERNEL };

	own.spring_gfp = mapping_gfp_mask(mapping); /* verdict derived origin */
	return spring_add(page, mapping, &own);
}

int set_anew_later_ok(struct page *page, struct address_space *mapping)
{
	struct spring own = { 1, GFP_KERNEL };

	own.count = 2;
	put_page(page);
	own.spring_gfp = mapping_gfp_mask(mapping); /* verdict derived origin */
	return spring_add(page, mapping, &own);
}

int nobody_sees_it_ok(struct page *page, struct address_space *mapping)
{
	struct spring own = { .spring_gfp = GFP_KERNEL };
	struct spring seen = { .spring_gfp = mapping_gfp_mask(mapping) }; /* verdict derived origin */

	own.count = 3;
	own.spring_gfp |= __GFP_FS;
	return spring_add(page, mapping, &seen) + own.count;
}

int set_anew_on_one_path_bad(struct page *page, struct address_space *mapping, int some)
{
	struct spring own = { .spring_gfp = GFP_KERNEL }; /* want hardcoded: "GFP_KERNEL" */

	if (some)
		own.spring_gfp = mapping_gfp_mask(mapping); /* verdict derived origin */
	return spring_add(page, mapping, &own);
}

int read_before_bad(struct page *page, struct address_space *mapping)
{
	struct spring own = { .spring_gfp = GFP_KERNEL }; /* want hardcoded: "GFP_KERNEL" */
	int err = spring_add(page, mapping, &own);

	own.spring_gfp = mapping_gfp_mask(mapping); /* verdict derived origin */
	return err ? err : spring_add(page, mapping, &own);
}

int read_by_the_new_value_bad(struct page *page, struct address_space *mapping)
{
	struct spring own = { .spring_gfp = GFP_KERNEL }; /* want hardcoded: "GFP_KERNEL" */

	own.spring_gfp = own.spring_gfp | __GFP_NOWARN; /* want hardcoded: "GFP_KERNEL" */
	return spring_add(page, mapping, &own);
}

int its_copy_is_seen_bad(struct page *page, struct address_space *mapping, struct spring *all)
{
	struct spring own = { .spring_gfp = GFP_KERNEL }; /* want hardcoded: "GFP_KERNEL" */

	*all = own;
	return spring_add(page, mapping, all);
}

int a_part_is_seen_bad(struct page *page, struct address_space *mapping)
{
	struct outer_spring own;

	own.inner.spring_gfp = GFP_KERNEL; /* want hardcoded: "GFP_KERNEL" */
	return spring_add(page, mapping, &own.inner);
}

int used_here_bad(struct page *page, struct address_space *mapping)
{
	struct spring own = { .spring_gfp = GFP_KERNEL };

	return add_to_page_cache_lru(page, mapping, 0, own.spring_gfp); /* want hardcoded: "GFP_KERNEL" */
}
