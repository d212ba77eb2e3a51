/*
 * rule:     raw-mask
 * shows:    the mask of a mapping reaches memory that must not be high memory
 * headers:  pagemap slab
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/slab.h>

void *direct_bad(struct address_space *mapping)
{
	return kmalloc(64, mapping_gfp_mask(mapping)); /* want raw-mask (error): "the raw mask of mapping reaches slab memory by kmalloc\(\) in direct_bad\(\)" */
}

void *local_bad(struct kmem_cache *cache, struct inode *inode)
{
	gfp_t gfp = readahead_gfp_mask(inode->i_mapping);

	return kmem_cache_alloc(cache, gfp | __GFP_NOFAIL); /* want raw-mask: "raw mask of inode->i_mapping" */
}

void *without_fs_bad(struct kmem_cache *cache, struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_constraint(mapping, ~__GFP_FS);

	return kmem_cache_alloc(cache, gfp); /* want raw-mask: "raw mask of mapping" */
}

static void *node_for_bad(struct kmem_cache *cache, gfp_t gfp)
{
	return kmem_cache_alloc(cache, gfp); /* want raw-mask [D]: "by kmem_cache_alloc\(\) in node_for_bad\(\)" */
}

static void *masked_node_for_ok(struct kmem_cache *cache, gfp_t gfp)
{
	return kmem_cache_alloc(cache, gfp & GFP_KERNEL); /* ok: context bits only */
}

void *handed_down(struct kmem_cache *cache, struct address_space *mapping)
{
	return node_for_bad(cache, mapping_gfp_mask(mapping)); /* step D */
}

void *handed_down_ok(struct kmem_cache *cache, struct address_space *mapping)
{
	return masked_node_for_ok(cache, mapping_gfp_mask(mapping)); /* ok: masked below */
}

void *constrained_ok(struct kmem_cache *cache, struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_constraint(mapping, GFP_KERNEL);

	return kmem_cache_alloc(cache, gfp | __GFP_NOWARN); /* ok: constrained */
}

void *without_highmem_ok(struct kmem_cache *cache, struct address_space *mapping)
{
	return kmem_cache_alloc(cache, mapping_gfp_mask(mapping) & ~__GFP_HIGHMEM); /* ok: taken out */
}

void *block_device_ok(struct kmem_cache *cache, struct block_device *bdev)
{
	gfp_t gfp = mapping_gfp_mask(bdev->bd_inode->i_mapping);

	return kmem_cache_alloc(cache, gfp); /* ok: GFP_USER by its constructor */
}

void *page_ok(struct address_space *mapping)
{
	return __page_cache_alloc(mapping_gfp_mask(mapping)); /* verdict derived */
}

static void *first_below_bad(struct kmem_cache *cache, gfp_t gfp)
{
	return kmem_cache_alloc(cache, gfp); /* want raw-mask [E F G]: "by kmem_cache_alloc\(\) in first_below_bad\(\)" */
}

static void *second_below(struct kmem_cache *cache, gfp_t gfp)
{
	return first_below_bad(cache, gfp | __GFP_NOWARN); /* step G */
}

static void *third_below(struct kmem_cache *cache, gfp_t gfp)
{
	return second_below(cache, gfp); /* step F */
}

void *three_calls_down(struct kmem_cache *cache, struct address_space *mapping)
{
	return third_below(cache, mapping_gfp_mask(mapping)); /* step E */
}

static void *masked_below_ok(struct kmem_cache *cache, gfp_t gfp)
{
	return masked_node_for_ok(cache, gfp);
}

void *masked_two_calls_down_ok(struct kmem_cache *cache, struct address_space *mapping)
{
	return masked_below_ok(cache, mapping_gfp_mask(mapping)); /* ok: masked below */
}
