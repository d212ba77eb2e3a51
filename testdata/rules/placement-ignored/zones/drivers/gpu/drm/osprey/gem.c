/*
 * rule:     placement-ignored
 * shows:    a device reaches low memory only, and a constant forgets it
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct osprey {
	struct file *filp;
};

void osprey_init(struct osprey *obj)
{
	obj->filp = shmem_file_setup("osprey", 0, 0);
	mapping_set_gfp_mask(obj->filp->f_mapping, GFP_KERNEL | __GFP_DMA32);
}

struct page *osprey_read_bad(struct osprey *obj)
{
	return find_or_create_page(obj->filp->f_mapping, 0, GFP_KERNEL); /* want placement-ignored (warning): "low memory" */ /* want hardcoded (note): "" */
}

struct page *osprey_anded_bad(struct osprey *obj)
{
	struct address_space *mapping = obj->filp->f_mapping;

	return find_or_create_page(mapping, 0, mapping_gfp_constraint(mapping, GFP_KERNEL)); /* want placement-ignored (warning): "low memory" */
}

struct page *osprey_low_bad(struct osprey *obj)
{
	return find_or_create_page(obj->filp->f_mapping, 0, GFP_KERNEL | __GFP_DMA32); /* want hardcoded (note): "" */
}

int osprey_insert_bad(struct osprey *obj, struct page *page)
{
	return add_to_page_cache_lru(page, obj->filp->f_mapping, 0, GFP_KERNEL); /* want hardcoded (note): "" */
}

int osprey_asked_ok(struct osprey *obj, struct page *page)
{
	struct address_space *mapping = obj->filp->f_mapping;

	return add_to_page_cache_lru(page, mapping, 0, mapping_gfp_mask(mapping)); /* verdict derived */
}
