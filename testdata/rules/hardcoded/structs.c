/*
 * rule:     hardcoded
 * shows:    masks in local structs, in structs inside structs, and behind pointers to local structs
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct barge {
	gfp_t barge_gfp;
	int load;
};

/* Its field is read where nobody here has set it, so all who set it answer for it. */
struct raft {
	gfp_t raft_gfp;
	int load;
};

struct convoy {
	struct barge first;
	struct raft *last;
	gfp_t by_class[2];
};

int named_field_bad(struct page *page, struct address_space *mapping)
{
	struct barge barge = { .barge_gfp = GFP_KERNEL }; /* step A */

	return add_to_page_cache_lru(page, mapping, 0, barge.barge_gfp); /* want hardcoded [A]: "GFP_KERNEL" */
}

/* Fields that a list does not name are zero. */
int unnamed_field_bad(struct page *page, struct address_space *mapping)
{
	struct barge barge = { .load = 3 };

	return add_to_page_cache_lru(page, mapping, 0, barge.barge_gfp); /* want hardcoded-weak: "barge.barge_gfp" */
}

int strengthened_zero_bad(struct page *page, struct address_space *mapping)
{
	struct barge barge = { .load = 3 };

	barge.barge_gfp |= GFP_KERNEL; /* step B */
	return add_to_page_cache_lru(page, mapping, 0, barge.barge_gfp); /* want hardcoded [B]: "GFP_KERNEL" */
}

int nested_bad(struct page *page, struct address_space *mapping)
{
	struct convoy convoy;

	convoy.first.barge_gfp = GFP_KERNEL; /* step C */
	return add_to_page_cache_lru(page, mapping, 0, convoy.first.barge_gfp); /* want hardcoded [C]: "GFP_KERNEL" */
}

int nested_in_a_list_bad(struct page *page, struct address_space *mapping)
{
	struct convoy convoy = { .first.barge_gfp = GFP_KERNEL }; /* step D */

	return add_to_page_cache_lru(page, mapping, 0, convoy.first.barge_gfp); /* want hardcoded [D]: "GFP_KERNEL" */
}

/* The same field names, but behind the pointer there is another raft. */
int behind_a_nested_pointer(struct page *page, struct address_space *mapping)
{
	struct convoy convoy;

	convoy.last->load = 0;
	return add_to_page_cache_lru(page, mapping, 0, convoy.last->raft_gfp); /* verdict passthrough */
}

int behind_a_pointer_that_is_set_again_bad(struct page *page, struct address_space *mapping,
					   struct raft *other)
{
	struct convoy convoy;

	convoy.last->raft_gfp = GFP_USER; /* want hardcoded: "GFP_USER" */
	convoy.last = other;
	return add_to_page_cache_lru(page, mapping, 0, convoy.last->raft_gfp); /* verdict passthrough */
}

int through_a_pointer_to_a_local_bad(struct page *page, struct address_space *mapping)
{
	struct barge barge = { .barge_gfp = GFP_NOWAIT };
	struct barge *pointer = &barge;

	pointer->barge_gfp = GFP_KERNEL; /* step E */
	return add_to_page_cache_lru(page, mapping, 0, barge.barge_gfp); /* want hardcoded [E]: "GFP_KERNEL" */
}

int read_through_a_pointer_to_a_local_bad(struct page *page, struct address_space *mapping)
{
	struct barge barge = { .barge_gfp = GFP_KERNEL }; /* step F */
	struct barge *pointer = &barge;

	return add_to_page_cache_lru(page, mapping, 0, pointer->barge_gfp); /* want hardcoded [F]: "GFP_KERNEL" */
}

int copied_struct(struct page *page, struct address_space *mapping, struct raft *from)
{
	struct raft raft = { .raft_gfp = mapping_gfp_mask(mapping) };

	raft = *from;
	return add_to_page_cache_lru(page, mapping, 0, raft.raft_gfp); /* verdict passthrough */
}

int element_of_a_field(struct page *page, struct address_space *mapping, struct convoy *convoy, int class)
{
	return add_to_page_cache_lru(page, mapping, 0, convoy->by_class[class]); /* verdict passthrough */
}

void set_element_of_a_field(struct convoy *convoy, struct address_space *mapping)
{
	convoy->by_class[0] = mapping_gfp_mask(mapping); /* verdict derived origin */
}
