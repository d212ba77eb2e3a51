/*
 * rule:     hardcoded
 * shows:    masks written and read through pointers to locals
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

static void choose(gfp_t *gfp)
{
	*gfp = GFP_KERNEL; /* step A */
}

static void strengthen(gfp_t *gfp)
{
	*gfp |= __GFP_FS;
}

static int obey(struct address_space *mapping, gfp_t *gfp)
{
	*gfp = mapping_gfp_mask(mapping);
	return 0;
}

int out_parameter_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = GFP_NOWAIT;

	choose(&gfp);
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want hardcoded [A]: "add_to_page_cache_lru" */
}

int changed_in_place_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = GFP_NOFS;

	strengthen(&gfp);
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want hardcoded: "add_to_page_cache_lru" */
}

int out_parameter_ok(struct page *page, struct address_space *mapping)
{
	gfp_t gfp;

	if (obey(mapping, &gfp))
		return -EIO;
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* verdict derived */
}

int local_pointer_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_mask(mapping);
	gfp_t *where = &gfp;

	*where = GFP_KERNEL; /* step B */
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want hardcoded [B]: "add_to_page_cache_lru" */
}

int read_through_pointer_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = GFP_KERNEL; /* step C */
	const gfp_t *where = &gfp;

	return add_to_page_cache_lru(page, mapping, 0, *where); /* want hardcoded [C]: "add_to_page_cache_lru" */
}

int pointer_to_parameter_bad(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	gfp_t *where = &gfp;

	*where = GFP_KERNEL;
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want hardcoded: "add_to_page_cache_lru" */
}

int read_through_pointer_to_parameter_ok(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	gfp_t *where = &gfp;

	return add_to_page_cache_lru(page, mapping, 0, *where); /* noise unknown: "read through a pointer" -- a pointer to a parameter is not followed to it */
}

int one_of_two_bad(struct page *page, struct address_space *mapping, bool other)
{
	gfp_t gfp = mapping_gfp_mask(mapping), second = gfp;
	gfp_t *where = other ? &second : &gfp;

	*where = GFP_KERNEL; /* step E */
	if (add_to_page_cache_lru(page, mapping, 1, *where)) /* want partial [E]: "GFP_KERNEL" */
		return -ENOMEM;
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want partial: "GFP_KERNEL" */
}

int other_of_two_ok(struct page *page, struct address_space *mapping, bool other)
{
	gfp_t gfp = GFP_NOWAIT, second = mapping_gfp_mask(mapping);
	gfp_t *where = &gfp;

	where = &second;
	*where &= ~__GFP_FS;
	gfp = GFP_KERNEL;
	return add_to_page_cache_lru(page, mapping, other, *where); /* verdict derived */
}

struct cask {
	gfp_t full;
	gfp_t empty;
};

int pointers_into_one_struct_bad(struct page *page, struct address_space *mapping)
{
	struct cask cask;
	gfp_t *full = &cask.full;
	gfp_t *empty = &cask.empty;

	*full = GFP_KERNEL; /* step D */
	*empty = mapping_gfp_mask(mapping);
	return add_to_page_cache_lru(page, mapping, 0, *full); /* want hardcoded [D]: "GFP_KERNEL" */
}

int address_handed_back_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp;
	gfp_t *where = &gfp;

	choose(where);
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want hardcoded [A]: "add_to_page_cache_lru" */
}

/* Both variables are called gfp: each pointer means one of them. */
int pointers_to_shadowed_and_shadowing_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_mask(mapping);
	gfp_t *outer = &gfp;
	int error;

	{
		gfp_t gfp;
		gfp_t *inner = &gfp;

		*inner = mapping_gfp_mask(mapping);
		*outer = GFP_KERNEL; /* step F */
		error = add_to_page_cache_lru(page, mapping, 0, gfp); /* verdict derived */
	}
	return error ? error : add_to_page_cache_lru(page, mapping, 1, gfp); /* want hardcoded [F]: "GFP_KERNEL" */
}

static void copy_mask(gfp_t *to, gfp_t from)
{
	*to = from;
}

int copied_from_a_local_bad(struct page *page, struct address_space *mapping)
{
	gfp_t from = GFP_KERNEL; /* step G */
	gfp_t gfp;

	copy_mask(&gfp, from);
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want hardcoded [G]: "GFP_KERNEL" */
}
