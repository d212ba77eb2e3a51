/*
 * rule:     hardcoded
 * shows:    every function that allocates plain pages, where they are put into a mapping then
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct cache_policy;
struct vm_area_struct;

struct page *alloc_pages_node(int node, gfp_t gfp, unsigned int order);
struct page *__alloc_pages_node(int node, gfp_t gfp, unsigned int order);
struct page *alloc_pages_exact_node(int node, gfp_t gfp, unsigned int order);
struct page *__alloc_pages(gfp_t gfp, unsigned int order, int node,
			   void *nodes);
struct page *__alloc_pages_nodemask(gfp_t gfp, unsigned int order, int node,
				    void *nodes);
struct page *alloc_pages_vma(gfp_t gfp, int order,
			     struct vm_area_struct *area, unsigned long at, int node);
struct page *alloc_page_vma(gfp_t gfp, struct vm_area_struct *area,
			    unsigned long at);
struct page *alloc_hugepage_vma(gfp_t gfp, struct vm_area_struct *area,
				unsigned long at, int order);
struct page *alloc_pages_mpol(gfp_t gfp, unsigned int order,
			      struct cache_policy *policy, int at, int node);
struct folio *__folio_alloc(gfp_t gfp, unsigned int order, int node,
			    void *nodes);
struct folio *__folio_alloc_node(gfp_t gfp, unsigned int order, int node);
struct folio *folio_alloc_mpol(gfp_t gfp, unsigned int order,
			       struct cache_policy *policy, int at, int node);
struct folio *vma_alloc_folio(gfp_t gfp, int order,
			      struct vm_area_struct *area, unsigned long at, bool huge);

int node_bad(struct address_space *mapping)
{
	struct page *page = alloc_pages_node(0, GFP_KERNEL, 0); /* want hardcoded: "GFP_KERNEL reaches alloc_pages_node" */

	return add_to_page_cache_lru(page, mapping, 0, mapping_gfp_mask(mapping)); /* verdict derived */
}

int this_node_bad(struct address_space *mapping)
{
	struct page *page = __alloc_pages_node(0, GFP_KERNEL, 0); /* want hardcoded: "GFP_KERNEL reaches __alloc_pages_node" */

	return add_to_page_cache_lru(page, mapping, 0, mapping_gfp_mask(mapping)); /* verdict derived */
}

int exact_node_bad(struct address_space *mapping)
{
	struct page *page = alloc_pages_exact_node(0, GFP_KERNEL, 0); /* want hardcoded: "GFP_KERNEL reaches alloc_pages_exact_node" */

	return add_to_page_cache_lru(page, mapping, 0, mapping_gfp_mask(mapping)); /* verdict derived */
}

int any_node_bad(struct address_space *mapping)
{
	struct page *page = __alloc_pages(GFP_KERNEL, 9, 0, 0); /* want hardcoded: "GFP_KERNEL reaches __alloc_pages" */

	return add_to_page_cache_lru(page, mapping, 0, mapping_gfp_mask(mapping)); /* verdict derived */
}

int nodes_bad(struct address_space *mapping)
{
	struct page *page = __alloc_pages_nodemask(GFP_KERNEL, 9, 0, 0); /* want hardcoded: "GFP_KERNEL reaches __alloc_pages_nodemask" */

	return add_to_page_cache_lru(page, mapping, 0, mapping_gfp_mask(mapping)); /* verdict derived */
}

int pages_of_area_bad(struct address_space *mapping,
		      struct vm_area_struct *area)
{
	struct page *page = alloc_pages_vma(GFP_KERNEL, 9, area, 0, 0); /* want hardcoded: "GFP_KERNEL reaches alloc_pages_vma" */

	return add_to_page_cache_lru(page, mapping, 0, mapping_gfp_mask(mapping)); /* verdict derived */
}

int page_of_area_bad(struct address_space *mapping, struct vm_area_struct *area)
{
	struct page *page = alloc_page_vma(GFP_KERNEL, area, 0); /* want hardcoded: "GFP_KERNEL reaches alloc_page_vma" */

	return add_to_page_cache_lru(page, mapping, 0, mapping_gfp_mask(mapping)); /* verdict derived */
}

int huge_page_of_area_bad(struct address_space *mapping,
			  struct vm_area_struct *area)
{
	struct page *page = alloc_hugepage_vma(GFP_KERNEL, area, 0, 9); /* want hardcoded: "GFP_KERNEL reaches alloc_hugepage_vma" */

	return add_to_page_cache_lru(page, mapping, 0, mapping_gfp_mask(mapping)); /* verdict derived */
}

int by_policy_bad(struct address_space *mapping)
{
	struct page *page = alloc_pages_mpol(GFP_KERNEL, 0, 0, 0, 0); /* want hardcoded: "GFP_KERNEL reaches alloc_pages_mpol" */

	return add_to_page_cache_lru(page, mapping, 0, mapping_gfp_mask(mapping)); /* verdict derived */
}

int folio_of_nodes_bad(struct address_space *mapping)
{
	struct folio *folio = __folio_alloc(GFP_KERNEL, 9, 0, 0); /* want hardcoded: "GFP_KERNEL reaches __folio_alloc" */

	return filemap_add_folio(mapping, folio, 0, mapping_gfp_mask(mapping)); /* verdict derived */
}

int folio_of_node_bad(struct address_space *mapping)
{
	struct folio *folio = __folio_alloc_node(GFP_KERNEL, 9, 0); /* want hardcoded: "GFP_KERNEL reaches __folio_alloc_node" */

	return filemap_add_folio(mapping, folio, 0, mapping_gfp_mask(mapping)); /* verdict derived */
}

int folio_by_policy_bad(struct address_space *mapping)
{
	struct folio *folio = folio_alloc_mpol(GFP_KERNEL, 0, 0, 0, 0); /* want hardcoded: "GFP_KERNEL reaches folio_alloc_mpol" */

	return filemap_add_folio(mapping, folio, 0, mapping_gfp_mask(mapping)); /* verdict derived */
}

int folio_of_area_bad(struct address_space *mapping,
		      struct vm_area_struct *area)
{
	struct folio *folio = vma_alloc_folio(GFP_KERNEL, 9, area, 0, 1); /* want hardcoded: "GFP_KERNEL reaches vma_alloc_folio" */

	return filemap_add_folio(mapping, folio, 0, mapping_gfp_mask(mapping)); /* verdict derived */
}
