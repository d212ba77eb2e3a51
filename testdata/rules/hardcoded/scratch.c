/*
 * rule:     hardcoded
 * shows:    pages that never enter a mapping: nothing in the file inserts any
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct page *scratch_page_bad(void)
{
	return __page_cache_alloc(GFP_KERNEL); /* want hardcoded (note): "GFP_KERNEL" */
}

struct folio *scratch_folio_bad(unsigned int order)
{
	return filemap_alloc_folio(GFP_NOFS, order); /* want hardcoded-nofs (note): "GFP_NOFS" */
}
