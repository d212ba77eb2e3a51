/*
 * rule:     reclaim-deadlock
 * shows:    locks that every inode has, directories apart, and locks that a flag of the call chooses
 * headers:  pagemap sched/mm
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

#define I_MUTEX_PARENT	1
#define POND_META	0x1
#define POND_DATA	0x2

struct mutex {
	int owner;
};

struct super_operations {
	void (*evict_inode)(struct inode *inode);
};

void mutex_lock(struct mutex *lock);
void mutex_unlock(struct mutex *lock);
void inode_lock(struct inode *inode);
void inode_lock_nested(struct inode *inode, unsigned int subclass);
void inode_unlock(struct inode *inode);
void folio_lock(struct folio *folio);
void folio_unlock(struct folio *folio);

struct pond {
	long blocks;
	struct mutex meta;
	struct mutex data;
	struct inode *table;
	struct inode *orphans;
};

struct pond_inode {
	long number;
	struct pond *pond;
	struct inode vfs_inode;
};

static struct pond *POND(struct inode *inode)
{
	return container_of(inode, struct pond_inode, vfs_inode)->pond;
}

static void set_up(struct super_block *sb, struct pond *pond)
{
	pond->table = new_inode(sb);
}

static void pond_lock(struct pond *pond, unsigned int flags)
{
	if (flags & POND_META)
		mutex_lock(&pond->meta);
	if (flags & POND_DATA)
		mutex_lock(&pond->data);
}

static void pond_unlock(struct pond *pond, unsigned int flags)
{
	if (flags & POND_META)
		mutex_unlock(&pond->meta);
	if (flags & POND_DATA)
		mutex_unlock(&pond->data);
}

static void pond_lock_for(struct pond *pond, unsigned int how)
{
	pond->blocks++;
	pond_lock(pond, how);
}

/* Reclaim takes the lock of another inode, and one of both that a flag chooses. */
static void pond_evict(struct inode *inode)
{
	struct pond *pond = POND(inode);

	inode_lock(pond->orphans);
	inode_unlock(pond->orphans);
	pond_lock(pond, POND_META);
	pond_unlock(pond, POND_META);
}

static const struct super_operations pond_ops = {
	.evict_inode = pond_evict,
};

static int write_bad(struct inode *inode)
{
	struct page *page;

	inode_lock(inode);
	page = grab_cache_page(POND(inode)->table->i_mapping, 0); /* want reclaim-deadlock (note): "i_rwsem of fs/sample held for write" */
	inode_unlock(inode);
	return IS_ERR(page);
}

/* A directory's lock has a class of its own, and reclaim does not take one of those. */
static int name_ok(struct inode *dir)
{
	struct page *page;

	inode_lock_nested(dir, I_MUTEX_PARENT);
	page = grab_cache_page(POND(dir)->table->i_mapping, 1);
	inode_unlock(dir);
	return IS_ERR(page);
}

static int change_meta_bad(struct pond *pond)
{
	struct page *page;

	pond_lock(pond, POND_META);
	page = grab_cache_page(pond->table->i_mapping, 2); /* want reclaim-deadlock (error): "struct pond.meta held for write" */
	pond_unlock(pond, POND_META);
	return IS_ERR(page);
}

static int change_data_ok(struct pond *pond)
{
	struct page *page;

	pond_lock(pond, POND_DATA);
	page = grab_cache_page(pond->table->i_mapping, 3);
	pond_unlock(pond, POND_DATA);
	return IS_ERR(page);
}

/* The flag is kept in a variable and handed on. */
static int change_later_bad(struct pond *pond)
{
	unsigned int how = POND_META | POND_DATA;
	struct page *page;

	pond_lock_for(pond, how);
	page = grab_cache_page(pond->table->i_mapping, 4); /* want reclaim-deadlock (error): "struct pond.meta held for write" */
	pond_unlock(pond, how);
	return IS_ERR(page);
}

/* Given back before, as the flag says. */
static int change_early_ok(struct pond *pond)
{
	pond_lock_for(pond, POND_META);
	pond_unlock(pond, POND_META);
	return IS_ERR(grab_cache_page(pond->table->i_mapping, 5));
}

/* Reclaim only tries to lock folios. */
static int change_folio_ok(struct pond *pond, struct folio *folio)
{
	struct page *page;

	folio_lock(folio);
	page = grab_cache_page(pond->table->i_mapping, 6);
	folio_unlock(folio);
	return IS_ERR(page);
}

int pond_work(struct super_block *sb, struct inode *inode, struct folio *folio)
{
	struct pond *pond = POND(inode);

	set_up(sb, pond);
	return write_bad(inode) | name_ok(inode) | change_meta_bad(pond)
		| change_data_ok(pond) | change_later_bad(pond)
		| change_early_ok(pond) | change_folio_ok(pond, folio);
}
