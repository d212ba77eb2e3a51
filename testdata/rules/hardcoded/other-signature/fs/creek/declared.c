/*
 * rule:     hardcoded
 * shows:    a sink of which the tree holds a prototype alone
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/creek.h>

struct page *declared_bad(struct address_space *from)
{
	return mapping_read_folio_gfp(GFP_KERNEL, from, 0); /* want hardcoded: "GFP_KERNEL reaches mapping_read_folio_gfp" */
}

struct page *declared_ok(struct address_space *from)
{
	return mapping_read_folio_gfp(mapping_gfp_mask(from), from, 0); /* verdict derived */
}
