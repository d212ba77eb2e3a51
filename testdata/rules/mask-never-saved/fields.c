/*
 * rule:     mask-never-saved
 * shows:    a mapping's mask is restored from a field that is or is not set somewhere
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct device {
	struct file *file;
	gfp_t old_mask;
};

struct zone {
	struct file *file;
	gfp_t old_mask;
};

struct disk {
	struct file *file;
	gfp_t kept;
};

struct shelf {
	struct file *file;
	gfp_t given;
};

void attach_ok(struct device *device)
{
	device->old_mask = mapping_gfp_mask(device->file->f_mapping);
	mapping_set_gfp_mask(device->file->f_mapping,
			     device->old_mask & ~(__GFP_IO | __GFP_FS));
}

void detach_ok(struct device *device)
{
	mapping_set_gfp_mask(device->file->f_mapping, device->old_mask); /* ok: attach_ok() saves it */
}

void release_bad(struct zone *zone)
{
	mapping_set_gfp_mask(zone->file->f_mapping, zone->old_mask); /* want mask-never-saved (error): "mapping_set_gfp_mask\(\) in release_bad\(\) restores the mask of zone->file->f_mapping from struct zone.old_mask, which nothing ever sets" */
}

static struct shelf first = { .given = GFP_NOFS };

void from_initialiser_ok(struct shelf *shelf)
{
	first.file = shelf->file;
	mapping_set_gfp_mask(shelf->file->f_mapping, shelf->given); /* ok: an initialiser sets it */
}

static void keep(gfp_t *where, struct address_space *mapping)
{
	*where = mapping_gfp_mask(mapping);
}

void by_address_ok(struct disk *disk)
{
	keep(&disk->kept, disk->file->f_mapping);
	mapping_set_gfp_mask(disk->file->f_mapping, disk->kept); /* ok: its address is taken */
}

void constrained_ok(struct zone *zone)
{
	mapping_set_gfp_mask(zone->file->f_mapping, GFP_USER); /* ok: no field */
}
