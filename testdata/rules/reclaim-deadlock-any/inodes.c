/*
 * rule:     reclaim-deadlock-any
 * shows:    inodes are allocated as the file system's own operation does
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
	struct inode *(*alloc_inode)(struct super_block *sb);
	void (*evict_inode)(struct inode *inode);
};

void mutex_lock(struct mutex *lock);
void mutex_unlock(struct mutex *lock);

struct pond {
	long blocks;
	struct mutex tables;
	struct kmem_cache *cache;
	void *copy;
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

static struct kmem_cache *pond_cache;

static struct inode *pond_alloc_inode(struct super_block *sb)
{
	struct pond_inode *ip = kmem_cache_alloc(pond_cache, GFP_NOFS);

	return ip ? &ip->vfs_inode : NULL;
}

static void pond_evict(struct inode *inode)
{
	struct pond *pond = POND_I(inode)->pond;

	mutex_lock(&pond->tables);
	mutex_unlock(&pond->tables);
}

static const struct super_operations pond_ops = {
	.alloc_inode = pond_alloc_inode,
	.evict_inode = pond_evict,
};

static struct inode *pond_make_ok(struct super_block *sb, struct pond *pond)
{
	struct inode *inode;

	mutex_lock(&pond->tables);
	inode = new_inode(sb);
	mutex_unlock(&pond->tables);
	return inode;
}

static void pond_copy_bad(struct pond *pond)
{
	mutex_lock(&pond->tables);
	pond->copy = kmalloc(64, GFP_KERNEL); /* want reclaim-deadlock-any (error): "kmalloc\(\) allocates with struct pond.tables" */
	mutex_unlock(&pond->tables);
}

struct inode *pond_work(struct super_block *sb, struct pond *pond)
{
	pond_copy_bad(pond);
	return pond_make_ok(sb, pond);
}
