/*
 * rule:     reclaim-deadlock
 * shows:    a setter for a mapping without an inode says nothing of those of inodes
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

void mutex_lock(struct mutex *lock);
void mutex_unlock(struct mutex *lock);
void address_space_init_once(struct address_space *mapping);

struct pond {
	long blocks;
	struct mutex tables;
	struct address_space blocks_mapping;
	struct inode *table;
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

static void set_up(struct super_block *sb, struct pond *pond)
{
	pond->table = new_inode(sb);
	address_space_init_once(&pond->blocks_mapping);
	mapping_set_gfp_mask(&pond->blocks_mapping, GFP_NOFS);
}

static void pond_evict(struct inode *inode)
{
	struct pond *pond = POND_I(inode)->pond;

	mutex_lock(&pond->tables);
	mutex_unlock(&pond->tables);
}

static const struct super_operations pond_ops = {
	.evict_inode = pond_evict,
};

static struct page *read_table_bad(struct pond *pond)
{
	struct page *page;

	mutex_lock(&pond->tables);
	page = grab_cache_page(pond->table->i_mapping, 1); /* want reclaim-deadlock (error): "struct pond.tables held for write" */
	mutex_unlock(&pond->tables);
	return page;
}

static struct page *read_blocks_ok(struct pond *pond)
{
	struct page *page;

	mutex_lock(&pond->tables);
	page = grab_cache_page(&pond->blocks_mapping, 1);
	mutex_unlock(&pond->tables);
	return page;
}

int pond_work(struct super_block *sb, struct pond *pond)
{
	set_up(sb, pond);
	return IS_ERR(read_table_bad(pond)) | IS_ERR(read_blocks_ok(pond));
}
