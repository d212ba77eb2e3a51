/*
 * rule:     hardcoded
 * shows:    local structs whose fields are set by their place, and that others read through a pointer
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct gull {
	unsigned long index;
	gfp_t gull_gfp;
};

struct tern {
	unsigned long index;
	gfp_t tern_gfp;
};

struct colony {
	int nests;
	struct tern first;
};

struct auk {
	unsigned long index;
	gfp_t auk_gfp;
	int more;
};

struct skua {
	unsigned long index;
	gfp_t skua_gfp;
};

struct crow {
	unsigned long index;
	gfp_t crow_gfp;
};

#define CROW_INIT { 1, GFP_KERNEL }

static int gull_page(struct page *page, struct address_space *mapping, struct gull *gull)
{
	return add_to_page_cache_lru(page, mapping, 0, gull->gull_gfp); /* verdict passthrough */
}

int gull_bad(struct page *page, struct address_space *mapping)
{
	struct gull own = { 1, GFP_KERNEL }; /* want hardcoded: "GFP_KERNEL" */

	return gull_page(page, mapping, &own);
}

static int tern_page(struct page *page, struct address_space *mapping, struct tern *tern)
{
	return add_to_page_cache_lru(page, mapping, 0, tern->tern_gfp); /* verdict passthrough */
}

int nested_bad(struct page *page, struct address_space *mapping)
{
	struct colony own = { 1, { 2, GFP_KERNEL } }; /* want hardcoded: "GFP_KERNEL" */

	return tern_page(page, mapping, &own.first);
}

static int auk_page(struct page *page, struct address_space *mapping, struct auk *auk)
{
	return add_to_page_cache_lru(page, mapping, 0, auk->auk_gfp); /* verdict passthrough */
}

int behind_designated_bad(struct page *page, struct address_space *mapping)
{
	struct auk own = { .index = 1, GFP_KERNEL, .more = 2 }; /* want hardcoded: "GFP_KERNEL" */

	return auk_page(page, mapping, &own);
}

static int skua_page(struct page *page, struct address_space *mapping, struct skua *skua)
{
	return add_to_page_cache_lru(page, mapping, 0, skua->skua_gfp); /* verdict passthrough */
}

int literal_bad(struct page *page, struct address_space *mapping)
{
	return skua_page(page, mapping, &(struct skua) { 1, GFP_KERNEL }); /* want hardcoded: "GFP_KERNEL" */
}

static int crow_page(struct page *page, struct address_space *mapping, struct crow *crow)
{
	return add_to_page_cache_lru(page, mapping, 0, crow->crow_gfp); /* verdict passthrough */
}

int by_macro_bad(struct page *page, struct address_space *mapping)
{
	struct crow own = CROW_INIT; /* want unknown: "a field that a macro initialises" */

	return crow_page(page, mapping, &own);
}
