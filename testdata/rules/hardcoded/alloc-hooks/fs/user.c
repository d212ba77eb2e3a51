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
