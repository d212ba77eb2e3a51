/*
 * rule:     passthrough
 * shows:    a mask behind a pointer parameter belongs to those who hand the pointer in
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct request {
	gfp_t gfp;
};

static struct page *by_pointer(struct address_space *m, pgoff_t i, gfp_t *gfp)
{
	return find_or_create_page(m, i, *gfp); /* verdict passthrough */
}

static struct page *handed_on(struct address_space *m, gfp_t *gfp)
{
	return by_pointer(m, 1, gfp); /* verdict passthrough origin */
}

static struct page *changed_on_the_way_bad(struct address_space *m, gfp_t *gfp)
{
	*gfp |= __GFP_FS;
	return by_pointer(m, 1, gfp); /* want hardcoded: "__GFP_FS" */
}

/* Never called: whoever will call it answers for the mask. */
struct page *unseen(struct address_space *m, pgoff_t i, gfp_t *gfp)
{
	return find_or_create_page(m, i, *gfp); /* verdict passthrough */
}

struct page *constant_bad(struct address_space *m)
{
	gfp_t g = GFP_KERNEL; /* step A */

	return by_pointer(m, 0, &g); /* want hardcoded [A]: "GFP_KERNEL reaches find_or_create_page" */
}

struct page *through_two_bad(struct address_space *m)
{
	gfp_t g = GFP_NOFS; /* step B */

	return handed_on(m, &g); /* want hardcoded-nofs [B]: "GFP_NOFS" */
}

struct page *local_pointer_bad(struct address_space *m)
{
	gfp_t g = GFP_KERNEL;
	gfp_t *where = &g;

	return handed_on(m, where); /* want hardcoded: "GFP_KERNEL" */
}

struct page *field_bad(struct address_space *m)
{
	struct request r = { .gfp = GFP_KERNEL };

	return by_pointer(m, 0, &r.gfp); /* want hardcoded: "GFP_KERNEL" */
}

struct page *derived_ok(struct address_space *m)
{
	gfp_t g = mapping_gfp_mask(m);

	return by_pointer(m, 0, &g); /* verdict derived origin */
}

struct page *some_paths_bad(struct address_space *m, int n)
{
	gfp_t g = mapping_gfp_mask(m);

	if (n)
		g = GFP_KERNEL;
	return handed_on(m, &g); /* want partial: "GFP_KERNEL" */
}

struct page *added_bad(struct address_space *m)
{
	gfp_t g = GFP_NOIO;

	return changed_on_the_way_bad(m, &g); /* want hardcoded: "__GFP_FS" */
}
