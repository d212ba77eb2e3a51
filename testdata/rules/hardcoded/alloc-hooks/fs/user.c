/*
 * rule:     hardcoded
 * shows:    the sink's name is a macro around the real function
 * headers:  pagemap
 * config:   all
 */
#include <linux/mini_hooks.h>

int hooked_bad(struct address_space *mapping, pgoff_t index)
{
	struct folio *folio = filemap_alloc_folio(GFP_KERNEL, 0); /* want hardcoded: "filemap_alloc_folio" */

	return filemap_add_folio(mapping, folio, index, GFP_KERNEL); /* want hardcoded: "filemap_add_folio" */
}

int hooked_ok(struct address_space *mapping, pgoff_t index)
{
	gfp_t gfp = mapping_gfp_mask(mapping);
	struct folio *folio = filemap_alloc_folio(gfp, 0); /* verdict derived */

	return filemap_add_folio(mapping, folio, index, gfp); /* verdict derived */
}

int twin_bad(struct address_space *mapping)
{
	return !filemap_alloc_folio_noprof(GFP_KERNEL, 0); /* want hardcoded: "filemap_alloc_folio" */
}

int listed_nowhere_noprof(struct address_space *mapping, gfp_t gfp)
{
	return add_to_page_cache_lru(NULL, mapping, 0, gfp); /* verdict passthrough */
}

#define listed_nowhere(...) alloc_hooks(listed_nowhere_noprof(__VA_ARGS__))

int hooked_relative_bad(struct address_space *mapping)
{
	return listed_nowhere(mapping, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL reaches add_to_page_cache_lru" */
}

int twin_relative_ok(struct address_space *mapping)
{
	return listed_nowhere_noprof(mapping, mapping_gfp_mask(mapping)); /* verdict derived origin */
}
