#include <linux/fs.h>
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

struct zone {
	struct file *file;
	gfp_t never_set;
	gfp_t old_mask;
};

/* bad */
void release_bad(struct zone *zone)
{
	mapping_set_gfp_mask(zone->file->f_mapping, zone->never_set);
}

/* good */
void bind_ok(struct zone *zone)
{
	zone->old_mask = mapping_gfp_mask(zone->file->f_mapping);
	mapping_set_gfp_mask(zone->file->f_mapping, zone->old_mask & ~(__GFP_IO | __GFP_FS));
}

void release_ok(struct zone *zone)
{
	mapping_set_gfp_mask(zone->file->f_mapping, zone->old_mask);
}
