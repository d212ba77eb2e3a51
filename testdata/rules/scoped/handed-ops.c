/*
 * rule:     scoped
 * shows:    an operation that is read from a table, handed on and called there
 * headers:  pagemap sched/mm
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>
typedef int (*fill_t)(struct file *, struct folio *);
static int rf_read_folio_bad(struct file *file, struct folio *folio)
{
	return add_to_page_cache_lru(&folio->page, file->f_mapping, 0, GFP_KERNEL); /* want hardcoded: "add_to_page_cache_lru" */
}
const struct address_space_operations rf_aops = {
	.read_folio = rf_read_folio_bad,
};
void rf_ahead(struct file *file, struct folio *folio, struct address_space *mapping)
{
	unsigned int nofs = memalloc_nofs_save();

	mapping->a_ops->read_folio(file, folio);
	memalloc_nofs_restore(nofs);
}
static int rf_run(struct file *file, fill_t filler, struct folio *folio)
{
	return filler(file, folio);
}
int rf_read(struct file *file, struct folio *folio, struct address_space *mapping)
{
	return rf_run(file, mapping->a_ops->read_folio, folio);
}
