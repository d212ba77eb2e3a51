/*
 * rule:     hardcoded
 * shows:    fields of a local struct that functions set, or may set, that are handed its address
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct scow {
	int count;
	gfp_t scow_gfp;
};

static void fill_scow(struct scow *scow, gfp_t with)
{
	scow->scow_gfp = with;
}

int set_bad(struct page *page, struct address_space *mapping)
{
	struct scow own = { .scow_gfp = mapping_gfp_mask(mapping) };

	fill_scow(&own, GFP_KERNEL);
	return add_to_page_cache_lru(page, mapping, 0, own.scow_gfp); /* want hardcoded: "GFP_KERNEL" */
}

struct raft {
	int count;
	gfp_t raft_gfp;
};

static void maybe_fill_raft(struct raft *raft)
{
	if (raft->count)
		raft->raft_gfp = GFP_KERNEL;
}

int maybe_set_bad(struct page *page, struct address_space *mapping)
{
	struct raft own = { .raft_gfp = mapping_gfp_mask(mapping) };

	maybe_fill_raft(&own);
	return add_to_page_cache_lru(page, mapping, 0, own.raft_gfp); /* want partial: "GFP_KERNEL" */
}

struct punt {
	int count;
	gfp_t punt_gfp;
};

static void fill_inside(gfp_t *gfp)
{
	*gfp = GFP_KERNEL;
}

int field_address_bad(struct page *page, struct address_space *mapping)
{
	struct punt own = {};

	fill_inside(&own.punt_gfp);
	return add_to_page_cache_lru(page, mapping, 0, own.punt_gfp); /* want hardcoded: "GFP_KERNEL" */
}

struct dory {
	int count;
	gfp_t dory_gfp;
};

#define HURRY_DORY() (dory->dory_gfp = GFP_KERNEL) /* want hardcoded: "GFP_KERNEL" */

static void hurry_dory(struct dory *dory)
{
	HURRY_DORY();
}

void another_dory_bad(struct dory *dory)
{
	dory->dory_gfp = GFP_KERNEL; /* want hardcoded: "GFP_KERNEL" */
}

int by_hidden_macro_ok(struct page *page, struct address_space *mapping)
{
	struct dory own = { .dory_gfp = mapping_gfp_mask(mapping) }; /* verdict derived origin */

	hurry_dory(&own);
	return add_to_page_cache_lru(page, mapping, 0, own.dory_gfp); /* verdict passthrough */
}
