/*
 * rule:     reclaim-deadlock
 * shows:    reclaim cannot come to the locks of an inode that nobody else knows of yet
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
void insert_inode_hash(struct inode *inode);
int insert_inode_locked(struct inode *inode);
void unlock_new_inode(struct inode *inode);
unsigned long inode_state_read_once(struct inode *inode);
struct inode *iget_locked(struct super_block *sb, unsigned long number);

struct pond {
	struct inode *table;
	struct inode *orphans;
};

struct pond_inode {
	long number;
	struct mutex runs;
	struct pond *pond;
	struct pond_inode *parent;
	struct inode vfs_inode;
};

static struct pond_inode *POND_I(struct inode *inode)
{
	return container_of(inode, struct pond_inode, vfs_inode);
}

static struct pond_inode *PARENT(struct inode *inode)
{
	return container_of(inode, struct pond_inode, vfs_inode)->parent;
}

static void set_up(struct super_block *sb, struct pond *pond)
{
	pond->table = new_inode(sb);
}

/* Reclaim takes the lock of an inode that stays. */
static void pond_evict(struct inode *inode)
{
	struct pond_inode *orphans = POND_I(POND_I(inode)->pond->orphans);

	mutex_lock(&orphans->runs);
	mutex_unlock(&orphans->runs);
}

static const struct super_operations pond_ops = {
	.evict_inode = pond_evict,
};

static struct inode *make_ok(struct super_block *sb, struct pond *pond)
{
	struct inode *inode = new_inode(sb);
	struct pond_inode *ip;
	struct page *page;

	if (!inode)
		return NULL;
	ip = POND_I(inode);
	mutex_lock(&ip->runs);
	page = grab_cache_page(pond->table->i_mapping, 0);
	mutex_unlock(&ip->runs);
	insert_inode_hash(inode);
	return IS_ERR(page) ? NULL : inode;
}

/* It can be found by its number from then on. */
static struct inode *make_late_bad(struct super_block *sb, struct pond *pond)
{
	struct inode *inode = new_inode(sb);
	struct pond_inode *ip;
	struct page *page;

	if (!inode)
		return NULL;
	insert_inode_hash(inode);
	ip = POND_I(inode);
	mutex_lock(&ip->runs);
	page = grab_cache_page(pond->table->i_mapping, 1); /* want reclaim-deadlock (note): "struct pond_inode.runs held for write" */
	mutex_unlock(&ip->runs);
	return IS_ERR(page) ? NULL : inode;
}

/* It may be there already. */
static struct inode *find_bad(struct super_block *sb, struct pond *pond)
{
	struct inode *inode = iget_locked(sb, 2);
	struct pond_inode *ip;
	struct page *page;

	if (!inode)
		return NULL;
	ip = POND_I(inode);
	mutex_lock(&ip->runs);
	page = grab_cache_page(pond->table->i_mapping, 2); /* want reclaim-deadlock (note): "struct pond_inode.runs held for write" */
	mutex_unlock(&ip->runs);
	return IS_ERR(page) ? NULL : inode;
}

/* Others find it by its number, and wait until it is set up. */
static struct inode *find_new_bad(struct super_block *sb, struct pond *pond)
{
	struct inode *inode = iget_locked(sb, 3);
	struct pond_inode *ip;
	struct page *page;

	if (!inode)
		return NULL;
	if (!(inode->i_state & I_NEW))
		return inode;
	ip = POND_I(inode);
	mutex_lock(&ip->runs);
	page = grab_cache_page(pond->table->i_mapping, 4); /* want reclaim-deadlock (note): "struct pond_inode.runs held for write" */
	mutex_unlock(&ip->runs);
	unlock_new_inode(inode);
	return IS_ERR(page) ? NULL : inode;
}

static int read_new_bad(struct inode *inode, struct pond *pond)
{
	struct pond_inode *ip = POND_I(inode);
	struct page *page;

	mutex_lock(&ip->runs);
	page = grab_cache_page(pond->table->i_mapping, 5); /* want reclaim-deadlock (note): "struct pond_inode.runs held for write" */
	mutex_unlock(&ip->runs);
	return IS_ERR(page);
}

/* So it is where another function sets it up. */
static struct inode *find_and_read(struct super_block *sb, struct pond *pond)
{
	struct inode *inode = iget_locked(sb, 4);

	if (inode && (inode_state_read_once(inode) & I_NEW)) {
		read_new_bad(inode, pond);
		unlock_new_inode(inode);
	}
	return inode;
}

/* Nobody waits any more. */
static struct inode *find_unlocked_bad(struct super_block *sb, struct pond *pond)
{
	struct inode *inode = iget_locked(sb, 5);
	struct pond_inode *ip;
	struct page *page;

	if (!inode || !(inode->i_state & I_NEW))
		return inode;
	unlock_new_inode(inode);
	ip = POND_I(inode);
	mutex_lock(&ip->runs);
	page = grab_cache_page(pond->table->i_mapping, 6); /* want reclaim-deadlock (note): "struct pond_inode.runs held for write" */
	mutex_unlock(&ip->runs);
	return IS_ERR(page) ? NULL : inode;
}

/* Not on every way. */
static struct inode *find_either_bad(struct super_block *sb, struct pond *pond)
{
	struct inode *inode = iget_locked(sb, 6);
	struct pond_inode *ip;
	struct page *page;

	if (!inode)
		return NULL;
	ip = POND_I(inode);
	if (inode->i_state & I_NEW)
		ip->number = 0;
	mutex_lock(&ip->runs);
	page = grab_cache_page(pond->table->i_mapping, 7); /* want reclaim-deadlock (note): "struct pond_inode.runs held for write" */
	mutex_unlock(&ip->runs);
	return IS_ERR(page) ? NULL : inode;
}

/* It is in the cache from then on, and new. */
static struct inode *make_locked_bad(struct super_block *sb, struct pond *pond)
{
	struct inode *inode = new_inode(sb);
	struct pond_inode *ip;
	struct page *page;

	if (!inode || insert_inode_locked(inode))
		return NULL;
	ip = POND_I(inode);
	mutex_lock(&ip->runs);
	page = grab_cache_page(pond->table->i_mapping, 8); /* want reclaim-deadlock (note): "struct pond_inode.runs held for write" */
	mutex_unlock(&ip->runs);
	unlock_new_inode(inode);
	return IS_ERR(page) ? NULL : inode;
}

/* What a field of it points to is another one. */
static struct inode *make_below_bad(struct super_block *sb, struct pond *pond)
{
	struct inode *inode = new_inode(sb);
	struct pond_inode *parent;
	struct page *page;

	if (!inode)
		return NULL;
	parent = PARENT(inode);
	mutex_lock(&parent->runs);
	page = grab_cache_page(pond->table->i_mapping, 3); /* want reclaim-deadlock (note): "struct pond_inode.runs held for write" */
	mutex_unlock(&parent->runs);
	return IS_ERR(page) ? NULL : inode;
}

int pond_fill(struct super_block *sb, struct pond *pond)
{
	set_up(sb, pond);
	return make_ok(sb, pond) && make_late_bad(sb, pond) && find_bad(sb, pond) && make_below_bad(sb, pond)
		&& find_new_bad(sb, pond) && find_and_read(sb, pond) && find_unlocked_bad(sb, pond)
		&& find_either_bad(sb, pond) && make_locked_bad(sb, pond);
}
