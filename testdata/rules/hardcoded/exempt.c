/*
 * rule:     hardcoded
 * shows:    constants that are there on purpose, or do no harm, rank lower
 * headers:  pagemap hugetlb
 * config:   all
 * names:    real
 */
#include <linux/hugetlb.h>
#include <linux/slab.h>

int hugetlb_add_to_page_cache(struct folio *folio, struct address_space *mapping,
			      pgoff_t index)
{
	return __filemap_add_folio(mapping, folio, index, GFP_KERNEL, NULL); /* want hardcoded (note): "GFP_KERNEL" */
}

struct page *scratch_page_bad(void)
{
	return __page_cache_alloc(GFP_KERNEL); /* want hardcoded (note): "GFP_KERNEL" */
}

struct folio *scratch_folio_bad(unsigned int order)
{
	return filemap_alloc_folio(GFP_NOFS, order); /* want hardcoded-nofs (note): "GFP_NOFS" */
}

int inserted_after_all_bad(struct address_space *mapping, pgoff_t index)
{
	struct folio *folio = filemap_alloc_folio(GFP_KERNEL, 0); /* want hardcoded (error): "filemap_alloc_folio" */

	return filemap_add_folio(mapping, folio, index, mapping_gfp_mask(mapping)); /* verdict derived */
}

void *slab_is_no_page_cache_ok(size_t size)
{
	return kmalloc(size, GFP_KERNEL); /* ok: not page-cache memory */
}
