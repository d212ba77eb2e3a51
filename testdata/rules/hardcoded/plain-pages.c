/*
 * rule:     hardcoded
 * shows:    pages that are allocated like any other memory and put into a mapping then
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct xa_state;

void *xas_store(struct xa_state *state, void *entry);
struct folio *page_folio(struct page *page);
int charge(struct folio *folio, gfp_t gfp);

struct channel {
	struct page *scratch;
};

int own_page_bad(struct address_space *mapping)
{
	struct page *page = alloc_page(GFP_KERNEL); /* want hardcoded: "GFP_KERNEL reaches alloc_page" */

	if (!page)
		return -12;
	return add_to_page_cache_lru(page, mapping, 0, mapping_gfp_mask(mapping)); /* verdict derived */
}

int own_folio_bad(struct address_space *mapping)
{
	struct folio *folio;

	folio = folio_alloc(GFP_KERNEL, 0); /* want hardcoded: "GFP_KERNEL reaches folio_alloc" */
	return filemap_add_folio(mapping, folio, 0, mapping_gfp_mask(mapping)); /* verdict derived */
}

int by_another_name_bad(struct address_space *mapping)
{
	struct page *page = alloc_pages(GFP_KERNEL, 0); /* want hardcoded: "GFP_KERNEL reaches alloc_pages" */
	struct folio *folio = page_folio(page);

	return filemap_add_folio(mapping, folio, 0, mapping_gfp_mask(mapping)); /* verdict derived */
}

int part_of_many_bad(struct address_space *mapping, int count)
{
	struct page *pages = alloc_pages(GFP_KERNEL, 3); /* want hardcoded: "GFP_KERNEL reaches alloc_pages" */
	int err = 0;
	int i;

	for (i = 0; i < count && !err; i++) {
		struct page *page = pages + i;

		err = add_to_page_cache_lru(page, mapping, i, mapping_gfp_mask(mapping)); /* verdict derived */
	}
	return err;
}

int in_an_array_bad(struct address_space *mapping)
{
	struct page *pages[2];

	pages[0] = alloc_page(GFP_NOFS); /* want hardcoded-nofs: "GFP_NOFS reaches alloc_page" */
	return add_to_page_cache_lru(pages[0], mapping, 0, mapping_gfp_mask(mapping)); /* verdict derived */
}

int derived_ok(struct address_space *mapping)
{
	struct page *page = alloc_page(mapping_gfp_mask(mapping)); /* verdict derived */

	return add_to_page_cache_lru(page, mapping, 0, mapping_gfp_mask(mapping)); /* verdict derived */
}

int scratch_beside_it_ok(struct channel *channel, struct page *page,
			 struct address_space *mapping)
{
	struct page *scratch = alloc_page(GFP_KERNEL); /* ok: the page is kept */

	channel->scratch = scratch;
	return add_to_page_cache_lru(page, mapping, 0, mapping_gfp_mask(mapping)); /* verdict derived */
}

struct page *scratch_only_ok(void)
{
	return alloc_page(GFP_KERNEL); /* ok: nobody inserts what this returns */
}

static struct folio *returned_bad(void)
{
	return folio_alloc(GFP_KERNEL, 0); /* want hardcoded: "GFP_KERNEL reaches folio_alloc" */
}

int inserts_what_is_returned_ok(struct address_space *mapping)
{
	struct folio *folio = returned_bad();

	return filemap_add_folio(mapping, folio, 0, mapping_gfp_mask(mapping)); /* verdict derived */
}

static int fill(struct folio **out, gfp_t gfp)
{
	*out = folio_alloc(gfp, 9); /* verdict passthrough */
	return *out ? 0 : -12;
}

static int fill_and_charge_bad(struct folio **out)
{
	gfp_t gfp = GFP_HIGHUSER_MOVABLE;

	if (fill(out, gfp)) /* want hardcoded: "GFP_HIGHUSER_MOVABLE reaches folio_alloc" */
		return -12;
	return charge(*out, gfp);
}

int collapse_ok(struct xa_state *state, struct address_space *mapping)
{
	struct folio *folio;
	void *slots = &mapping->i_pages;

	if (!slots || fill_and_charge_bad(&folio))
		return -12;
	xas_store(state, folio);
	return 0;
}

int anonymous_ok(struct channel *channel)
{
	struct folio *folio;

	if (fill(&folio, GFP_KERNEL)) /* ok: this one stays anonymous */
		return -12;
	return charge(folio, GFP_KERNEL);
}

static int get_and_insert(struct address_space *mapping, gfp_t gfp)
{
	struct folio *folio = folio_alloc(gfp, 0); /* verdict passthrough */

	return filemap_add_folio(mapping, folio, 0, mapping_gfp_mask(mapping)); /* verdict derived */
}

int above_the_insertion_bad(struct address_space *mapping)
{
	return get_and_insert(mapping, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL reaches folio_alloc" */
}
