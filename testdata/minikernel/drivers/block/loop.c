#include <linux/pagemap.h>

struct loop_device {
	struct file *lo_backing_file;
	gfp_t old_gfp_mask;
};

/* While a file backs a disk, reading it must not wait for I/O of that disk. */
void loop_bind(struct loop_device *lo, struct file *file)
{
	struct address_space *mapping = file->f_mapping;

	lo->lo_backing_file = file;
	lo->old_gfp_mask = mapping_gfp_mask(mapping);
	mapping_set_gfp_mask(mapping, lo->old_gfp_mask & ~(__GFP_FS | __GFP_IO));
}

void loop_unbind(struct loop_device *lo)
{
	mapping_set_gfp_mask(lo->lo_backing_file->f_mapping, lo->old_gfp_mask);
	lo->lo_backing_file = NULL;
}
