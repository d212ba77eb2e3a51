/* Pages that nobody waits for yet, and pages that are allocated and inserted by one function. */
#include <linux/pagemap.h>

static int add_ahead(struct folio *folio, struct address_space *mapping, pgoff_t index)
{
	return filemap_add_folio(mapping, folio, index, GFP_KERNEL);
}

static void sample_readahead(struct readahead_control *rac)
{
	add_ahead(NULL, rac->mapping, 0);
}

const struct address_space_operations ahead_aops = {
	.readahead = sample_readahead,
};

/* Somebody waits in the other caller. */
static int add_for_both(struct folio *folio, struct address_space *mapping, pgoff_t index)
{
	return filemap_add_folio(mapping, folio, index, GFP_KERNEL);
}

static void both_readahead(struct readahead_control *rac)
{
	add_for_both(NULL, rac->mapping, 0);
}

int somebody_waits(struct folio *folio, struct inode *inode)
{
	return add_for_both(folio, inode->i_mapping, 0);
}

const struct address_space_operations both_aops = {
	.readahead = both_readahead,
};

int as_it_was_allocated(struct address_space *mapping, pgoff_t index)
{
	struct folio *folio = filemap_alloc_folio(readahead_gfp_mask(mapping), 0);

	if (!folio)
		return -ENOMEM;
	return filemap_add_folio(mapping, folio, index, GFP_KERNEL);
}

int allocated_and_inserted(struct address_space *mapping, pgoff_t index)
{
	struct folio *folio;

	folio = filemap_alloc_folio(GFP_KERNEL, 0);
	if (!folio)
		return -ENOMEM;
	return filemap_add_folio(mapping, folio, index, GFP_KERNEL);
}
