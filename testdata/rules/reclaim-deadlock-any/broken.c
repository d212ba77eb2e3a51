/*
 * rule:     reclaim-deadlock-any
 * shows:    what only a file system does that is broken is no way to an allocation
 * headers:  pagemap sched/mm slab
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>
#include <linux/slab.h>

struct mutex {
	int owner;
};

struct super_operations {
	void (*evict_inode)(struct inode *inode);
};

struct pond {
	long blocks;
	struct mutex tables;
	void *copy;
	unsigned long flags;
	int refs;
};

struct pond_inode {
	long number;
	struct pond *pond;
	struct inode vfs_inode;
};

void mutex_lock(struct mutex *lock);
void mutex_unlock(struct mutex *lock);
void xfs_force_shutdown(struct pond *pond);
bool gfs2_withdrawn(struct pond *pond);
bool test_bit(int bit, unsigned long *flags);

/* What reclaim takes. */
static void pond_evict(struct inode *inode)
{
	struct pond *pond = container_of(inode, struct pond_inode, vfs_inode)->pond;

	mutex_lock(&pond->tables);
	mutex_unlock(&pond->tables);
}

static const struct super_operations pond_ops = {
	.evict_inode = pond_evict,
};

static void give_up_ok(struct pond *pond)
{
	pond->copy = kmalloc(64, GFP_KERNEL);
}

/* The file system was taken out of use. */
static void release_ok(struct pond *pond)
{
	if (gfs2_withdrawn(pond)) {
		if (!pond->refs)
			give_up_ok(pond);
		return;
	}
	pond->refs--;
}

static int log_force_ok(struct pond *pond)
{
	mutex_lock(&pond->tables);
	release_ok(pond);
	mutex_unlock(&pond->tables);
	return 0;
}

/* A flag says the same. */
static int withdrawing_ok(struct pond *pond)
{
	mutex_lock(&pond->tables);
	if (pond->blocks && test_bit(SDF_WITHDRAWN, &pond->flags))
		pond->copy = kmalloc(64, GFP_KERNEL);
	mutex_unlock(&pond->tables);
	return 0;
}

/* It is broken from then on, on each way there. */
static int write_log_ok(struct pond *pond)
{
	mutex_lock(&pond->tables);
	if (gfs2_withdrawn(pond))
		goto out;
	if (pond->blocks)
		goto shutdown;
	mutex_unlock(&pond->tables);
	return 0;
shutdown:
	xfs_force_shutdown(pond);
out:
	give_up_ok(pond);
	mutex_unlock(&pond->tables);
	return -EIO;
}

/* One that is not comes there too. */
static int write_table_bad(struct pond *pond)
{
	mutex_lock(&pond->tables);
	if (pond->blocks)
		goto out;
	xfs_force_shutdown(pond);
out:
	pond->copy = kmalloc(64, GFP_KERNEL); /* want reclaim-deadlock-any (error): "struct pond.tables" */
	mutex_unlock(&pond->tables);
	return -EIO;
}

/* Whoever comes here is not broken. */
static int in_use_bad(struct pond *pond)
{
	mutex_lock(&pond->tables);
	if (!gfs2_withdrawn(pond))
		pond->copy = kmalloc(64, GFP_KERNEL); /* want reclaim-deadlock-any (error): "struct pond.tables" */
	mutex_unlock(&pond->tables);
	return 0;
}

/* A broken one is not the only one that comes here. */
static int either_bad(struct pond *pond)
{
	mutex_lock(&pond->tables);
	if (gfs2_withdrawn(pond) || !pond->copy)
		pond->copy = kmalloc(64, GFP_KERNEL); /* want reclaim-deadlock-any (error): "struct pond.tables" */
	mutex_unlock(&pond->tables);
	return 0;
}

/* Nor behind where both meet. */
static int behind_bad(struct pond *pond)
{
	mutex_lock(&pond->tables);
	if (gfs2_withdrawn(pond))
		pond->refs = 0;
	pond->copy = kmalloc(64, GFP_KERNEL); /* want reclaim-deadlock-any (error): "struct pond.tables" */
	mutex_unlock(&pond->tables);
	return 0;
}

int pond_work(struct pond *pond)
{
	return log_force_ok(pond) + withdrawing_ok(pond) + in_use_bad(pond) + either_bad(pond)
		+ behind_bad(pond) + write_log_ok(pond) + write_table_bad(pond);
}
