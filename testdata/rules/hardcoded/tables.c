/*
 * rule:     hardcoded
 * shows:    fields that lists of initialisers set: in arrays, in structs inside structs, from variables
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct slip {
	gfp_t slip_gfp;
	int length;
};

struct yard {
	struct slip slip;
	struct slip *spare;
};

struct crane {
	gfp_t slip_gfp;
	int reach;
};

struct shed {
	struct crane crane;
	int rooms;
};

struct page *slip_page(struct slip *slip, struct address_space *mapping)
{
	return find_or_create_page(mapping, 0, slip->slip_gfp); /* step A */ /* verdict passthrough */
}

static struct slip plain_slip = {
	.length = 3,
	.slip_gfp = GFP_KERNEL, /* want hardcoded [A]: "GFP_KERNEL" */
};

static struct slip slips[] = {
	[0] = { .slip_gfp = GFP_USER }, /* want hardcoded [A]: "GFP_USER" */
	[1].slip_gfp = GFP_NOFS, /* want hardcoded-nofs [A]: "GFP_NOFS" */
	{ .slip_gfp = GFP_NOIO }, /* want hardcoded-weak [A]: "GFP_NOIO" */
};

static struct yard yard = {
	.slip = { .slip_gfp = GFP_HIGHUSER }, /* want hardcoded [A]: "GFP_HIGHUSER" */
};

static struct yard flat_yard = {
	.slip.slip_gfp = GFP_HIGHUSER_MOVABLE, /* want hardcoded [A]: "GFP_HIGHUSER_MOVABLE" */
};

/* The same name in a struct inside another: no slip. */
static struct shed shed = {
	.crane = { .slip_gfp = GFP_KERNEL }, /* ok: another field of that name */
};

void from_a_variable_bad(struct address_space *mapping)
{
	gfp_t source = GFP_KERNEL;
	struct yard yard = {
		.slip = { .slip_gfp = source }, /* want hardcoded [A]: "GFP_KERNEL" */
	};

	slip_page(&yard.slip, mapping);
}

void from_a_variable_in_a_literal_bad(struct address_space *mapping)
{
	gfp_t source = GFP_KERNEL;

	slip_page(&(struct slip){ .slip_gfp = source }, mapping); /* want hardcoded [A]: "GFP_KERNEL" */
}

void through_a_pointer_to_a_local_bad(struct address_space *mapping)
{
	struct slip slip;
	struct slip *pointer = &slip;

	pointer->slip_gfp = GFP_KERNEL; /* want hardcoded [A]: "GFP_KERNEL" */
	pointer->slip_gfp &= ~__GFP_FS; /* want hardcoded-nofs [A]: "GFP_KERNEL" */
	slip_page(pointer, mapping);
}
