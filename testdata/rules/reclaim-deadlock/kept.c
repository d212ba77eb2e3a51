/*
 * rule:     reclaim-deadlock
 * shows:    masks of inodes that the file system keeps to itself say nothing of files
 * headers:  pagemap sched/mm
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

struct mutex {
	int owner;
};

struct super_operations {
	void (*evict_inode)(struct inode *inode);
};

struct iomap_ops {
	int (*iomap_begin)(struct inode *inode, loff_t start);
};

void mutex_lock(struct mutex *lock);
void mutex_unlock(struct mutex *lock);
struct inode *pond_find(struct super_block *sb, const char *name);

struct pond {
	long blocks;
	struct mutex log;
	struct inode *table;
};

static struct pond *POND(struct super_block *sb)
{
	return sb->s_fs_info;
}

/* Whoever asks for one keeps it. */
static struct inode *pond_find_meta(struct super_block *sb, const char *name)
{
	struct inode *inode = pond_find(sb, name);

	mapping_set_gfp_mask(inode->i_mapping, GFP_NOFS);
	return inode;
}

static void set_up(struct super_block *sb)
{
	struct pond *pond = POND(sb);

	pond->table = pond_find_meta(sb, "table");
}

/* What reclaim takes. */
static void pond_evict(struct inode *inode)
{
	struct pond *pond = POND(inode->i_sb);

	mutex_lock(&pond->log);
	mutex_unlock(&pond->log);
}

static const struct super_operations pond_ops = {
	.evict_inode = pond_evict,
};

static int pond_begin_bad(struct inode *inode, loff_t start)
{
	struct pond *pond = POND(inode->i_sb);
	struct page *page;

	mutex_lock(&pond->log);
	page = grab_cache_page(inode->i_mapping, 0); /* want reclaim-deadlock (error): "struct pond.log held for write" */
	mutex_unlock(&pond->log);
	return IS_ERR(page);
}

static const struct iomap_ops pond_iomap_ops = {
	.iomap_begin = pond_begin_bad,
};

static int read_table_ok(struct pond *pond)
{
	struct page *page;

	mutex_lock(&pond->log);
	page = grab_cache_page(pond->table->i_mapping, 0); /* noise reclaim-deadlock: "struct pond.log held for write" -- a field that is set to what a call returns is not followed to the setter in there */
	mutex_unlock(&pond->log);
	return IS_ERR(page);
}

int pond_work(struct super_block *sb)
{
	set_up(sb);
	return read_table_ok(POND(sb));
}
