#include <linux/pagemap.h>
#include <linux/sched/mm.h>

void page_cache_ra_unbounded(struct readahead_control *rac, unsigned long count)
{
	struct address_space *mapping = rac->mapping;
	gfp_t gfp = readahead_gfp_mask(mapping);
	unsigned int nofs = memalloc_nofs_save();

	while (count--) {
		struct folio *folio = filemap_alloc_folio(gfp, 0);
		pgoff_t index = rac->_index + rac->_nr_pages;

		if (!folio)
			break;
		if (filemap_add_folio(mapping, folio, index, gfp) < 0) {
			folio_put(folio);
			break;
		}
		rac->_nr_pages++;
	}
	mapping->a_ops->readahead(rac);
	memalloc_nofs_restore(nofs);
}
