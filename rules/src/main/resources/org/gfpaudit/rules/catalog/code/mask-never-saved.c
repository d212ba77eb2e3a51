#include <linux/fs.h>
#include <linux/pagemap.h>

struct zone {
	struct file *file;
	gfp_t old_mask;
};

struct device {
	struct file *file;
	gfp_t old_mask;
};

/* bad */
void release_bad(struct zone *zone)
{
	mapping_set_gfp_mask(zone->file->f_mapping, zone->old_mask);
}

/* good */
void bind_ok(struct device *device)
{
	device->old_mask = mapping_gfp_mask(device->file->f_mapping);
	mapping_set_gfp_mask(device->file->f_mapping,
			     device->old_mask & ~(__GFP_IO | __GFP_FS));
}

void release_ok(struct device *device)
{
	mapping_set_gfp_mask(device->file->f_mapping, device->old_mask);
}
