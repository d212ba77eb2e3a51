/*
 * rule:     scope-redundant
 * shows:    masks that say again what the scope around them says
 * headers:  pagemap sched/mm
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

struct page *spelled_out_bad(struct address_space *mapping)
{
	unsigned int flags = memalloc_nofs_save();
	struct page *page;

	page = find_or_create_page(mapping, 0, GFP_NOFS); /* want scope-redundant (note): "GFP_NOFS reaches find_or_create_page\(\) in spelled_out_bad\(\), which only runs inside a scope" */
	memalloc_nofs_restore(flags);
	return page;
}

struct page *by_the_scope_ok(struct address_space *mapping)
{
	unsigned int flags = memalloc_nofs_save();
	struct page *page;

	page = find_or_create_page(mapping, 0, GFP_KERNEL); /* verdict scoped */
	memalloc_nofs_restore(flags);
	return page;
}

struct page *derived_ok(struct address_space *mapping)
{
	unsigned int flags = memalloc_nofs_save();
	struct page *page;

	page = find_or_create_page(mapping, 0, mapping_gfp_mask(mapping)); /* verdict derived */
	memalloc_nofs_restore(flags);
	return page;
}
