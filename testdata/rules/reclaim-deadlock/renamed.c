/*
 * rule:     reclaim-deadlock
 * shows:    only a file that was removed while it was open goes that way
 * headers:  pagemap sched/mm
 * config:   all
 * names:    real
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

#define DCACHE_NFSFS_RENAMED	0x00001000

struct mutex {
	int owner;
};

struct dentry {
	unsigned int d_flags;
};

struct dentry_operations {
	void (*d_iput)(struct dentry *dentry, struct inode *inode);
};

void mutex_lock(struct mutex *lock);
void mutex_unlock(struct mutex *lock);

struct pond {
	long blocks;
	struct mutex names;
	struct mutex paths;
	struct inode *table;
};

static struct pond *POND(struct super_block *sb)
{
	return sb->s_fs_info;
}

static void set_up(struct super_block *sb)
{
	POND(sb)->table = new_inode(sb);
}

static void pond_iput(struct dentry *dentry, struct inode *inode)
{
	struct pond *pond = POND(inode->i_sb);

	if (dentry->d_flags & DCACHE_NFSFS_RENAMED) {
		mutex_lock(&pond->names);
		mutex_unlock(&pond->names);
	}
	mutex_lock(&pond->paths);
	mutex_unlock(&pond->paths);
	iput(inode);
}

static const struct dentry_operations pond_dentry_ops = {
	.d_iput = pond_iput,
};

static int read_names(struct pond *pond)
{
	struct page *page;

	mutex_lock(&pond->names);
	page = grab_cache_page(pond->table->i_mapping, 0); /* want reclaim-deadlock (warning): "struct pond.names held for write" */
	mutex_unlock(&pond->names);
	return IS_ERR(page);
}

static int read_paths(struct pond *pond)
{
	struct page *page;

	mutex_lock(&pond->paths);
	page = grab_cache_page(pond->table->i_mapping, 1); /* want reclaim-deadlock (error): "struct pond.paths held for write" */
	mutex_unlock(&pond->paths);
	return IS_ERR(page);
}

int pond_work(struct super_block *sb)
{
	set_up(sb);
	return read_names(POND(sb)) | read_paths(POND(sb));
}
