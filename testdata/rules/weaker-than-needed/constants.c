/*
 * rule:     weaker-than-needed
 * shows:    GFP_NOFS in code that uses GFP_KERNEL besides, for mappings that forbid nothing
 * headers:  pagemap slab
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/slab.h>

struct mirror {
	struct page *page;
};

static void bind_device(struct file *file)
{
	gfp_t gfp = mapping_gfp_mask(file->f_mapping);

	mapping_set_gfp_mask(file->f_mapping, gfp);
}

struct mirror *beside_kernel_bad(struct address_space *mapping)
{
	struct mirror *mirror = kmalloc(sizeof(*mirror), GFP_KERNEL);

	mirror->page = find_or_create_page(mapping, 0, GFP_NOFS); /* want weaker-than-needed (note): "GFP_NOFS reaches find_or_create_page\(\) in beside_kernel_bad\(\), and no mapping of its own here forbids __GFP_FS" */ /* want hardcoded-nofs: "GFP_NOFS" */
	return mirror;
}

struct mirror *beside_nofs_ok(struct address_space *mapping)
{
	struct mirror *mirror = kmalloc(sizeof(*mirror), GFP_NOFS);

	mirror->page = find_or_create_page(mapping, 0, mapping_gfp_mask(mapping)); /* verdict derived */
	return mirror;
}
