#include <linux/fs.h>
#include <linux/sched/mm.h>
#include <linux/slab.h>

struct pond {
	struct mutex lock;
	void *end;
};

/* bad */
void add_end_bad(struct pond *pond)
{
	/* Evicting an inode of this file system takes pond->lock as well. */
	mutex_lock(&pond->lock);
	pond->end = kzalloc(64, GFP_KERNEL);
	mutex_unlock(&pond->lock);
}

/* good */
void add_end_ok(struct pond *pond)
{
	mutex_lock(&pond->lock);
	pond->end = kzalloc(64, GFP_NOFS);
	mutex_unlock(&pond->lock);
}
