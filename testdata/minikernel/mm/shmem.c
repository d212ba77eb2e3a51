#include <linux/shmem_fs.h>

static int shmem_add_to_page_cache(struct folio *folio,
				   struct address_space *mapping, pgoff_t index,
				   void *expected, gfp_t gfp)
{
	if (expected && folio->mapping != expected)
		return -EEXIST;
	return filemap_add_folio(mapping, folio, index, gfp);
}

struct page *shmem_read_mapping_page_gfp(struct address_space *mapping,
					 pgoff_t index, gfp_t gfp)
{
	struct folio *folio = filemap_alloc_folio(gfp, 0);

	if (!folio)
		return ERR_PTR(-ENOMEM);
	if (shmem_add_to_page_cache(folio, mapping, index, NULL,
				    gfp & GFP_RECLAIM_MASK))
		return ERR_PTR(-EEXIST);
	return &folio->page;
}
