/*
 * rule:     reclaim-deadlock
 * shows:    a setter that is for some of the inodes that come to a call does not keep reclaim away from the others
 * headers:  pagemap sched/mm
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

struct rw_semaphore {
	int count;
};

struct super_operations {
	void (*evict_inode)(struct inode *inode);
};

struct iomap_ops {
	int (*iomap_begin)(struct inode *inode, loff_t pos);
};

void down_read(struct rw_semaphore *sem);
void up_read(struct rw_semaphore *sem);
void down_write(struct rw_semaphore *sem);
void up_write(struct rw_semaphore *sem);

struct pond {
	long blocks;
	long unused;
	struct rw_semaphore log_lock;
	struct super_block *sb;
	struct inode *quota;
};

struct pond_inode {
	long number;
	struct pond *pond;
	struct inode vfs_inode;
};

static struct pond_inode *POND_I(struct inode *inode)
{
	return container_of(inode, struct pond_inode, vfs_inode);
}

/* The inodes that the file system keeps for itself are set, and no others. */
static void set_up(struct super_block *sb, struct pond *pond)
{
	pond->quota = new_inode(sb);
	mapping_set_gfp_mask(pond->quota->i_mapping, GFP_NOFS);
}

static void pond_evict(struct inode *inode)
{
	struct pond *pond = POND_I(inode)->pond;

	down_write(&pond->log_lock);
	up_write(&pond->log_lock);
}

static const struct super_operations pond_ops = {
	.evict_inode = pond_evict,
};

/* For quotas and for files. */
static int unstuff_bad(struct pond *pond, struct inode *inode)
{
	struct page *page;

	down_read(&pond->log_lock);
	page = grab_cache_page(inode->i_mapping, 0); /* want reclaim-deadlock (error): "struct pond.log_lock held for read" */
	up_read(&pond->log_lock);
	return IS_ERR(page);
}

/* For quotas alone. */
static int unstuff_ok(struct pond *pond, struct inode *inode)
{
	struct page *page;

	down_read(&pond->log_lock);
	page = grab_cache_page(inode->i_mapping, 1);
	up_read(&pond->log_lock);
	return IS_ERR(page);
}

static int pond_iomap_begin(struct inode *inode, loff_t pos)
{
	return unstuff_bad(POND_I(inode)->pond, inode);
}

static const struct iomap_ops pond_iomap_ops = {
	.iomap_begin = pond_iomap_begin,
};

int pond_work(struct super_block *sb, struct pond *pond)
{
	set_up(sb, pond);
	return unstuff_bad(pond, pond->quota) | unstuff_ok(pond, pond->quota);
}
