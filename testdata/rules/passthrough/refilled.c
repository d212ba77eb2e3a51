/*
 * rule:     passthrough
 * shows:    a field that was set, and is or may be set again by a function that was handed the struct
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct ferry {
	struct address_space *mapping;
	gfp_t gfp;
	gfp_t own_gfp;
	int trips;
};

static void ferry_hurry_bad(struct ferry *ferry)
{
	ferry->gfp = GFP_KERNEL; /* want hardcoded: "GFP_KERNEL" */
}

static void ferry_count(struct ferry *ferry)
{
	ferry->trips++;
}

struct page *behind_a_pointer_bad(struct ferry *ferry)
{
	ferry->gfp = mapping_gfp_mask(ferry->mapping); /* verdict derived origin */
	ferry_hurry_bad(ferry);
	return find_or_create_page(ferry->mapping, 0, ferry->gfp); /* want hardcoded: "GFP_KERNEL" */
}

struct page *in_a_local_bad(struct address_space *mapping)
{
	struct ferry ferry;

	ferry.gfp = mapping_gfp_mask(mapping); /* verdict derived origin */
	ferry_hurry_bad(&ferry);
	return find_or_create_page(mapping, 0, ferry.gfp); /* want hardcoded: "GFP_KERNEL" */
}

/* What was set before counts as well. */
struct page *constant_or_refilled_bad(struct ferry *ferry)
{
	ferry->gfp = GFP_USER; /* step A */ /* want hardcoded: "GFP_USER" */
	ferry_count(ferry);
	return find_or_create_page(ferry->mapping, 0, ferry->gfp); /* want hardcoded [A]: "GFP_USER" */
}

/* Set by one of its callees, or at least by somebody. */
struct page *by_an_unknown_callee(struct ferry *ferry, void (*call)(struct ferry *))
{
	ferry->gfp = mapping_gfp_mask(ferry->mapping); /* verdict derived origin */
	call(ferry);
	return find_or_create_page(ferry->mapping, 0, ferry->gfp); /* verdict passthrough */
}

struct page *set_again_after_the_call_ok(struct ferry *ferry)
{
	ferry_hurry_bad(ferry);
	ferry->gfp = mapping_gfp_mask(ferry->mapping); /* verdict derived origin */
	return find_or_create_page(ferry->mapping, 0, ferry->gfp); /* verdict derived */
}

/* Nobody else sets this field: whatever the callee does, it is not that. */
struct page *nobody_else_sets_it_ok(struct ferry *ferry)
{
	ferry->own_gfp = mapping_gfp_mask(ferry->mapping);
	ferry_count(ferry);
	return find_or_create_page(ferry->mapping, 0, ferry->own_gfp); /* verdict derived */
}

struct page *nobody_else_sets_it_in_a_local_ok(struct address_space *mapping)
{
	struct canoe {
		gfp_t canoe_gfp;
	} canoe;

	canoe.canoe_gfp = mapping_gfp_mask(mapping);
	ferry_count((struct ferry *)&canoe);
	return find_or_create_page(mapping, 0, canoe.canoe_gfp); /* verdict derived */
}

/* Another struct under the same name. */
struct page *another_ferry_bad(struct ferry *ferry, struct ferry *next)
{
	ferry->gfp = GFP_KERNEL; /* want hardcoded: "GFP_KERNEL" */
	ferry = next;
	ferry->gfp = mapping_gfp_mask(ferry->mapping); /* verdict derived origin */
	return find_or_create_page(ferry->mapping, 0, ferry->gfp); /* verdict derived */
}

struct page *of_another_ferry(struct ferry *ferry, struct ferry *next)
{
	ferry->gfp = mapping_gfp_mask(ferry->mapping); /* verdict derived origin */
	ferry = next;
	return find_or_create_page(ferry->mapping, 0, ferry->gfp); /* verdict passthrough */
}
