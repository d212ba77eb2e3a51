/* strategy: scope. rule: reclaim-deadlock. Locks that evicting an inode waits for. */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

struct rw_semaphore {
	int count;
};

struct mutex {
	int owner;
};

/* Little more than a lock: its class is that of the field that holds it. */
struct gate {
	struct rw_semaphore inner;
	int readers;
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

struct pond {
	struct rw_semaphore log_lock;
	struct gate gate;
	struct gate other_gate;
	struct mutex names;
	struct mutex quiet;
	struct inode *quota;
	struct inode *strict;
};

struct pond_inode {
	struct mutex own;
	struct pond *pond;
	struct inode vfs_inode;
};

static struct pond_inode *POND_I(struct inode *inode)
{
	return container_of(inode, struct pond_inode, vfs_inode);
}

static void gate_enter(struct gate *gate)
{
	down_read(&gate->inner);
}

static void gate_leave(struct gate *gate)
{
	up_read(&gate->inner);
}

static void set_up(struct super_block *sb, struct pond *pond)
{
	pond->quota = new_inode(sb);
	pond->strict = new_inode(sb);
	mapping_set_gfp_mask(pond->strict->i_mapping, GFP_NOFS);
}

/* What reclaim takes. */
static void pond_evict(struct inode *inode)
{
	struct pond_inode *ip = POND_I(inode);
	struct pond *pond = ip->pond;

	mutex_lock(&ip->own);
	mutex_unlock(&ip->own);
	down_write(&pond->log_lock);
	up_write(&pond->log_lock);
	down_write(&pond->gate.inner);
	up_write(&pond->gate.inner);
	if (!inode->i_nlink) {
		mutex_lock(&pond->names);
		mutex_unlock(&pond->names);
	}
}

static const struct super_operations pond_ops = {
	.evict_inode = pond_evict,
};

/* Returns with the lock where it succeeds. */
static int pond_begin(struct pond *pond, int blocks)
{
	down_read(&pond->log_lock);
	if (blocks > 100) {
		up_read(&pond->log_lock);
		return -ENOSPC;
	}
	return 0;
}

static void pond_end(struct pond *pond)
{
	up_read(&pond->log_lock);
}

static struct page *read_quota(struct pond *pond)
{
	return grab_cache_page(pond->quota->i_mapping, 0);
}

static int sync_quota(struct pond *pond)
{
	struct page *page;
	int error = pond_begin(pond, 1);

	if (error)
		return error;
	page = read_quota(pond);
	pond_end(pond);
	return IS_ERR(page);
}

/* The scope keeps reclaim out. */
static int sync_in_scope_rightly(struct pond *pond)
{
	struct page *page;
	unsigned int flags;

	if (pond_begin(pond, 1))
		return -EIO;
	flags = memalloc_nofs_save();
	page = grab_cache_page(pond->quota->i_mapping, 1);
	memalloc_nofs_restore(flags);
	pond_end(pond);
	return IS_ERR(page);
}

/* The lock is given back before. */
static int sync_later_rightly(struct pond *pond)
{
	if (pond_begin(pond, 1))
		return -EIO;
	pond_end(pond);
	return IS_ERR(grab_cache_page(pond->quota->i_mapping, 2));
}

/* The mapping's own mask keeps reclaim out. */
static int sync_strict_rightly(struct pond *pond)
{
	struct page *page;

	if (pond_begin(pond, 1))
		return -EIO;
	page = grab_cache_page(pond->strict->i_mapping, 0);
	pond_end(pond);
	return IS_ERR(page);
}

static int sync_through_gate(struct pond *pond)
{
	struct page *page;

	gate_enter(&pond->gate);
	page = grab_cache_page(pond->quota->i_mapping, 3);
	gate_leave(&pond->gate);
	return IS_ERR(page);
}

/* Of the same type, and another lock: reclaim takes the other one. */
static int sync_through_other_gate_rightly(struct pond *pond)
{
	struct page *page;

	gate_enter(&pond->other_gate);
	page = grab_cache_page(pond->quota->i_mapping, 4);
	gate_leave(&pond->other_gate);
	return IS_ERR(page);
}

/* Reclaim takes it for an inode without links alone. */
static int sync_names(struct pond *pond)
{
	struct page *page;

	mutex_lock(&pond->names);
	page = grab_cache_page(pond->quota->i_mapping, 5);
	mutex_unlock(&pond->names);
	return IS_ERR(page);
}

/* The lock of an inode that somebody uses is not that of one that is thrown away. */
static int sync_own_rightly(struct pond_inode *ip)
{
	struct page *page;

	mutex_lock(&ip->own);
	page = grab_cache_page(ip->pond->quota->i_mapping, 6);
	mutex_unlock(&ip->own);
	return IS_ERR(page);
}

/* Reclaim never takes it. */
static int sync_quiet_rightly(struct pond *pond)
{
	struct page *page;

	mutex_lock(&pond->quiet);
	page = grab_cache_page(pond->quota->i_mapping, 7);
	mutex_unlock(&pond->quiet);
	return IS_ERR(page);
}

/* With the constant that it is called with nothing is read outside of a scope. */
static struct page *get_page_for(struct pond *pond, bool for_write)
{
	struct page *page;
	unsigned int flags;

	if (!for_write)
		return grab_cache_page(pond->quota->i_mapping, 8);
	flags = memalloc_nofs_save();
	page = grab_cache_page(pond->quota->i_mapping, 9);
	memalloc_nofs_restore(flags);
	return page;
}

static int sync_for_write_rightly(struct pond *pond)
{
	struct page *page;

	down_read(&pond->log_lock);
	page = get_page_for(pond, true);
	up_read(&pond->log_lock);
	return IS_ERR(page);
}

int pond_sync(struct super_block *sb, struct pond_inode *ip, struct pond *pond)
{
	set_up(sb, pond);
	return sync_quota(pond) | sync_in_scope_rightly(pond) | sync_later_rightly(pond)
		| sync_strict_rightly(pond) | sync_through_gate(pond)
		| sync_through_other_gate_rightly(pond) | sync_names(pond)
		| sync_own_rightly(ip) | sync_quiet_rightly(pond) | sync_for_write_rightly(pond);
}
