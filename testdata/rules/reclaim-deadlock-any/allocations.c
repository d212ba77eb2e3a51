/*
 * rule:     reclaim-deadlock-any
 * shows:    memory is asked for with a lock held that evicting an inode waits for
 * headers:  pagemap sched/mm slab
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>
#include <linux/slab.h>

struct rw_semaphore {
	int count;
};

struct mutex {
	int owner;
};

struct kobject {
	int count;
};

struct super_operations {
	void (*evict_inode)(struct inode *inode);
};

void down_read(struct rw_semaphore *sem);
void up_read(struct rw_semaphore *sem);
void down_write(struct rw_semaphore *sem);
void up_write(struct rw_semaphore *sem);
void mutex_lock(struct mutex *lock);
void mutex_unlock(struct mutex *lock);
void *vmalloc(unsigned long size);
struct pond;
void gfs2_withdraw(struct pond *pond);
void pond_submit(struct pond *pond, void (*done)(struct pond *pond));
int kobject_add(struct kobject *object, struct kobject *parent, const char *name);

struct pond {
	long blocks;
	struct rw_semaphore writers;
	struct rw_semaphore flushing;
	struct mutex quiet;
	struct kobject object;
	void *table;
};

struct xfs_trans {
	int error;
	unsigned int flags;
};

struct pond_inode {
	long number;
	struct mutex own;
	struct pond *pond;
	struct inode vfs_inode;
};

static struct pond_inode *POND_I(struct inode *inode)
{
	return container_of(inode, struct pond_inode, vfs_inode);
}

/* What reclaim takes, by one expression. */
static void pond_evict(struct inode *inode)
{
	down_write(&POND_I(inode)->pond->flushing);
	up_write(&POND_I(inode)->pond->flushing);
	down_read(&POND_I(inode)->pond->writers);
	up_read(&POND_I(inode)->pond->writers);
	mutex_lock(&POND_I(inode)->own);
	mutex_unlock(&POND_I(inode)->own);
}

static const struct super_operations pond_ops = {
	.evict_inode = pond_evict,
};

static int pond_slab_bad(struct pond *pond)
{
	void *end;

	down_write(&pond->writers);
	end = kzalloc(64, GFP_KERNEL); /* want reclaim-deadlock-any (error): "kzalloc\(\) allocates with struct pond.writers held for write" */
	kfree(end);
	up_write(&pond->writers);
	return 0;
}

/* It has no mask, and takes GFP_KERNEL. */
static int pond_table_bad(struct pond *pond)
{
	down_write(&pond->writers);
	pond->table = vmalloc(4096); /* want reclaim-deadlock-any (error): "vmalloc\(\) allocates with struct pond.writers" */
	up_write(&pond->writers);
	return 0;
}

static int pond_object_bad(struct pond *pond)
{
	int error;

	down_write(&pond->writers);
	error = kobject_add(&pond->object, NULL, "pond"); /* want reclaim-deadlock-any (error): "kobject_add\(\) allocates" */
	up_write(&pond->writers);
	return error;
}

static void *get_end_bad(void)
{
	return kmalloc(64, GFP_KERNEL); /* want reclaim-deadlock-any (error): "kmalloc\(\) allocates with struct pond.writers" */
}

static int pond_below(struct pond *pond)
{
	down_read(&pond->writers);
	kfree(get_end_bad());
	up_read(&pond->writers);
	return 0;
}

/* Hands on what it is handed. */
static void *get_end(gfp_t gfp)
{
	return kmalloc(64, gfp);
}

static int pond_handed_bad(struct pond *pond)
{
	down_read(&pond->writers);
	kfree(get_end(GFP_KERNEL)); /* want reclaim-deadlock-any (error): "get_end\(\) allocates with struct pond.writers" */
	up_read(&pond->writers);
	return 0;
}

static int pond_handed_ok(struct pond *pond)
{
	down_read(&pond->writers);
	kfree(get_end(GFP_NOFS));
	up_read(&pond->writers);
	return 0;
}

/* A semaphore that another context gives back: this one does not hold it. */
static void pond_written(struct pond *pond)
{
	up_write(&pond->flushing);
}

static void pond_flush(struct pond *pond)
{
	down_write(&pond->flushing);
	pond_submit(pond, pond_written);
}

static int pond_flushed_ok(struct pond *pond)
{
	pond_flush(pond);
	pond->table = kmalloc(64, GFP_KERNEL);
	return 0;
}

/* A file system that is broken is no matter of this rule. */
static int pond_withdraw_ok(struct pond *pond)
{
	down_read(&pond->writers);
	gfs2_withdraw(pond);
	up_read(&pond->writers);
	return 0;
}

void gfs2_withdraw(struct pond *pond)
{
	pond->table = kmalloc(64, GFP_KERNEL);
}

/* Its transaction keeps reclaim out. */
static int pond_change_bad(struct xfs_trans *trans, struct pond *pond)
{
	down_read(&pond->writers);
	pond->table = kmalloc(64, GFP_KERNEL); /* want reclaim-deadlock-any (note): "kmalloc\(\) allocates with struct pond.writers" */
	up_read(&pond->writers);
	return trans->error;
}

/* Its mask keeps reclaim out of file systems. */
static int pond_mask_ok(struct pond *pond)
{
	down_write(&pond->writers);
	kfree(kmalloc(64, GFP_NOFS));
	up_write(&pond->writers);
	return 0;
}

/* So does the scope. */
static int pond_scope_ok(struct pond *pond)
{
	unsigned int flags;

	down_write(&pond->writers);
	flags = memalloc_nofs_save();
	kfree(kmalloc(64, GFP_KERNEL));
	pond->table = vmalloc(4096);
	memalloc_nofs_restore(flags);
	up_write(&pond->writers);
	return 0;
}

/* Before the lock is taken. */
static int pond_early_ok(struct pond *pond)
{
	void *end = kmalloc(64, GFP_KERNEL);

	down_write(&pond->writers);
	pond->table = end;
	up_write(&pond->writers);
	return 0;
}

/* Reclaim never takes this one. */
static int pond_quiet_ok(struct pond *pond)
{
	mutex_lock(&pond->quiet);
	pond->table = kmalloc(64, GFP_KERNEL);
	mutex_unlock(&pond->quiet);
	return 0;
}

int pond_change(struct xfs_trans *trans, struct pond *pond)
{
	return pond_change_bad(trans, pond) | pond_handed_bad(pond) | pond_handed_ok(pond)
		| pond_flushed_ok(pond) | pond_withdraw_ok(pond);
}

int pond_work(struct pond *pond)
{
	return pond_slab_bad(pond) | pond_table_bad(pond) | pond_object_bad(pond)
		| pond_below(pond) | pond_mask_ok(pond) | pond_scope_ok(pond)
		| pond_early_ok(pond) | pond_quiet_ok(pond);
}
