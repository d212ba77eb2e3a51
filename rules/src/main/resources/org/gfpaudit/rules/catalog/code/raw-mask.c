#include <linux/fs.h>
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

#include <linux/slab.h>

/* bad */
void *attach_bad(struct address_space *mapping)
{
	return kmalloc(64, mapping_gfp_mask(mapping));
}

/* good */
void *attach_ok(struct address_space *mapping)
{
	return kmalloc(64, mapping_gfp_constraint(mapping, GFP_KERNEL));
}
