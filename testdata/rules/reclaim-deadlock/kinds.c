/*
 * rule:     reclaim-deadlock
 * shows:    an allocation that only objects of one kind come to
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

#define POND_OLD 1

struct pond {
	int format;
	struct mutex commit;
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
}

static void pond_evict(struct inode *inode)
{
	struct pond *pond = POND_I(inode)->pond;

	mutex_lock(&pond->commit);
	mutex_unlock(&pond->commit);
}

static const struct super_operations pond_ops = {
	.evict_inode = pond_evict,
};

static struct page *read_old_bad(struct pond *pond)
{
	return grab_cache_page(pond->table->i_mapping, 0); /* want reclaim-deadlock (note): "struct pond.commit held for write" */
}

static struct page *read_new_bad(struct pond *pond)
{
	return grab_cache_page(pond->table->i_mapping, 1); /* want reclaim-deadlock (error): "struct pond.commit held for write" */
}

static struct page *read_empty_bad(struct pond *pond)
{
	return grab_cache_page(pond->table->i_mapping, 2); /* want reclaim-deadlock (error): "struct pond.commit held for write" */
}

/* An old pond has no commits, perhaps: nothing here tells. */
static struct page *read_header(struct pond *pond)
{
	if (pond->format == POND_OLD)
		return read_old_bad(pond);
	return read_new_bad(pond);
}

struct page *pond_refresh(struct super_block *sb, struct pond *pond)
{
	struct page *page;

	set_up(sb, pond);
	mutex_lock(&pond->commit);
	page = read_header(pond);
	if (pond->format == 0)
		page = read_empty_bad(pond);
	mutex_unlock(&pond->commit);
	return page;
}
