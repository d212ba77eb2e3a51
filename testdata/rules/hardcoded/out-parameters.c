/*
 * rule:     hardcoded
 * shows:    masks that functions store through their pointer parameters
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

#ifdef CONFIG_STERN_WAITS
static void stern_mask(gfp_t *gfp)
{
	*gfp = GFP_KERNEL; /* step A */
}
#else
static void stern_mask(gfp_t *gfp)
{
	*gfp = GFP_NOWAIT;
}
#endif

static void bow_mask(gfp_t *gfp)
{
#ifdef CONFIG_BOW_WAITS
	*gfp = GFP_KERNEL; /* step B */
#else
	*gfp = GFP_NOWAIT;
#endif
}

static void perhaps_stronger(gfp_t *gfp, bool strong)
{
	if (strong)
		*gfp |= __GFP_FS;
}

static void only_looks(const gfp_t *gfp)
{
	trace_mask(*gfp);
}

static void second_argument(struct page *page, gfp_t *gfp)
{
	*gfp = GFP_KERNEL; /* step C */
}

static void of_mapping(gfp_t *gfp, struct address_space *mapping)
{
	*gfp = mapping_gfp_mask(mapping);
}

static void through_a_helper(gfp_t *gfp)
{
	second_argument(NULL, gfp);
}

int either_definition_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp;

	stern_mask(&gfp);
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want hardcoded [A]: "GFP_KERNEL" */
}

int either_configuration_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp;

	bow_mask(&gfp);
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want hardcoded [B]: "GFP_KERNEL" */
}

int perhaps_stronger_bad(struct page *page, struct address_space *mapping, bool strong)
{
	gfp_t gfp = mapping_gfp_mask(mapping);

	perhaps_stronger(&gfp, strong);
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want re-added: "__GFP_FS" */
}

int only_looks_ok(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_mask(mapping);

	only_looks(&gfp);
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* verdict derived */
}

int second_argument_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = GFP_NOWAIT;

	second_argument(page, &gfp);
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want hardcoded [C]: "GFP_KERNEL" */
}

int two_calls_deep_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_mask(mapping);

	through_a_helper(&gfp);
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want hardcoded [C]: "GFP_KERNEL" */
}

int of_the_mapping_ok(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = GFP_KERNEL;

	of_mapping(&gfp, mapping);
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* verdict derived */
}

int of_another_mapping_bad(struct page *page, struct address_space *from, struct address_space *to)
{
	gfp_t gfp;

	of_mapping(&gfp, from);
	return add_to_page_cache_lru(page, to, 0, gfp); /* want wrong-mapping: "mask of from" */
}

int into_an_array_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfps[2];

	second_argument(page, gfps);
	return add_to_page_cache_lru(page, mapping, 0, *gfps); /* want hardcoded [C]: "GFP_KERNEL" */
}

int into_an_element_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfps[2];

	second_argument(page, &gfps[1]);
	return add_to_page_cache_lru(page, mapping, 0, gfps[1]); /* want hardcoded [C]: "GFP_KERNEL" */
}

/* A type of two words is not followed before something has set the variable. */
int into_another_type_bad(struct page *page, struct address_space *mapping)
{
	unsigned int gfp;

	second_argument(page, &gfp);
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want unknown: "nothing sets the mask before the call" */
}

int into_another_type_set_before_bad(struct page *page, struct address_space *mapping)
{
	unsigned int gfp = 0;

	second_argument(page, &gfp);
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want hardcoded [C]: "GFP_KERNEL" */
}

static void stronger_copy(gfp_t *to, const gfp_t *from)
{
	*to = *from | __GFP_FS;
}

int copied_by_address_bad(struct page *page, struct address_space *mapping)
{
	gfp_t from = GFP_NOFS, to;

	stronger_copy(&to, &from);
	return add_to_page_cache_lru(page, mapping, 0, to); /* want hardcoded: "GFP_NOFS or __GFP_FS" */
}

int too_few_arguments_bad(struct page *page, struct address_space *mapping)
{
	gfp_t to;

	stronger_copy(&to);
	return add_to_page_cache_lru(page, mapping, 0, to); /* want hardcoded: "__GFP_FS" */
}

static gfp_t mask_plus(gfp_t gfp, gfp_t more)
{
	return gfp | more;
}

int too_few_masks_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, mask_plus(GFP_NOWAIT)); /* want unknown: "the call has no argument 2" */
}
