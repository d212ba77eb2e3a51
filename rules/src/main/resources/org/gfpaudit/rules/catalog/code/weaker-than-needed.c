#include <linux/fs.h>
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

#include <linux/slab.h>

static void bind_device(struct file *file)
{
	gfp_t gfp = mapping_gfp_mask(file->f_mapping);

	mapping_set_gfp_mask(file->f_mapping, gfp);
}

/* bad */
struct page *start_bad(struct address_space *mapping)
{
	void *buffer = kmalloc(64, GFP_KERNEL);

	return buffer ? find_or_create_page(mapping, 0, GFP_NOFS) : NULL;
}

/* good */
struct page *start_ok(struct address_space *mapping)
{
	void *buffer = kmalloc(64, GFP_KERNEL);

	return buffer ? find_or_create_page(mapping, 0, mapping_gfp_mask(mapping)) : NULL;
}
