#include <linux/hugetlb.h>

/* Huge pages are never reclaimed through a file system: a constant does no harm. */
int hugetlb_add_to_page_cache(struct folio *folio, struct address_space *mapping,
			      pgoff_t index)
{
	int error = __filemap_add_folio(mapping, folio, index, GFP_KERNEL, NULL);

	if (!error)
		mapping->host->i_size += PAGE_SIZE;
	return error;
}
