/* strategy: scope. rule: reclaim-deadlock. A lock that evicting an inode waits for. */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

struct mutex {
	int owner;
};

struct super_operations {
	void (*evict_inode)(struct inode *inode);
};

void mutex_lock(struct mutex *lock);
void mutex_unlock(struct mutex *lock);

struct pond {
	struct mutex log_lock;
	struct inode *quota;
};

struct pond_inode {
	struct pond *pond;
	struct inode vfs_inode;
};

static struct pond_inode *POND_I(struct inode *inode)
{
	return container_of(inode, struct pond_inode, vfs_inode);
}

static void pond_evict(struct inode *inode)
{
	struct pond *pond = POND_I(inode)->pond;

	mutex_lock(&pond->log_lock);
	mutex_unlock(&pond->log_lock);
}

static const struct super_operations pond_ops = {
	.evict_inode = pond_evict,
};

int sync_quota(struct pond *pond)
{
	struct page *page;

	mutex_lock(&pond->log_lock);
	page = grab_cache_page(pond->quota->i_mapping, 0);
	mutex_unlock(&pond->log_lock);
	return IS_ERR(page);
}

int check_quota(struct pond *pond)
{
	int error;

	mutex_lock(&pond->log_lock);
	error = IS_ERR(grab_cache_page(pond->quota->i_mapping, 1));
	mutex_unlock(&pond->log_lock);
	return error;
}

int pond_set_up(struct super_block *sb, struct pond *pond)
{
	pond->quota = new_inode(sb);
	return 0;
}
