#include <linux/fs.h>
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

struct disk {
	struct file *file;
	gfp_t old_mask;
};

/* bad */
void unbind_bad(struct disk *disk)
{
	/* Whoever else restricted the file since then has lost it. */
	mapping_set_gfp_mask(disk->file->f_mapping, disk->old_mask);
}

/* good */
void serve_ok(struct disk *disk, void (*serve)(struct disk *disk))
{
	/* A scope of the worker needs no mask of a mapping that others own as well. */
	unsigned int flags = memalloc_noio_save();

	serve(disk);
	memalloc_noio_restore(flags);
}
