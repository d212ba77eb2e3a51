/*
 * rule:     reclaim-deadlock-any
 * shows:    reclaim cannot come to the locks of an object that nobody else knows of yet
 * headers:  pagemap sched/mm slab
 * config:   all
 */
#include <linux/list.h>
#include <linux/pagemap.h>
#include <linux/sched/mm.h>
#include <linux/slab.h>

struct mutex {
	int owner;
};

struct super_operations {
	void (*evict_inode)(struct inode *inode);
};

void mutex_lock(struct mutex *lock);
void mutex_unlock(struct mutex *lock);
void list_add(struct list_head *entry, struct list_head *head);

struct pond {
	long blocks;
	struct mutex tables;
	struct list_head all;
	void *copy;
	void *spare;
};

struct pond_inode {
	long number;
	struct pond *pond;
	struct inode vfs_inode;
};

static struct list_head ponds;
static struct pond *first_pond;

/* What reclaim takes. */
static void pond_evict(struct inode *inode)
{
	struct pond *pond = container_of(inode, struct pond_inode, vfs_inode)->pond;

	mutex_lock(&pond->tables);
	mutex_unlock(&pond->tables);
}

static const struct super_operations pond_ops = {
	.evict_inode = pond_evict,
};

/* All callers have just made it. */
static int fill_ok(struct pond *pond)
{
	mutex_lock(&pond->tables);
	pond->copy = kmalloc(64, GFP_KERNEL);
	mutex_unlock(&pond->tables);
	return pond->copy ? 0 : -ENOMEM;
}

static struct pond *make(void)
{
	struct pond *pond = kzalloc(sizeof(*pond), GFP_KERNEL);

	if (!pond)
		return NULL;
	pond->blocks = 1;
	return pond;
}

static int attach_ok(void)
{
	struct pond *pond = make();
	int error;

	if (!pond)
		return -ENOMEM;
	error = fill_ok(pond);
	list_add(&pond->all, &ponds);
	return error;
}

static void attach_late_bad(void)
{
	struct pond *pond = kzalloc(sizeof(*pond), GFP_KERNEL);

	if (!pond)
		return;
	list_add(&pond->all, &ponds);
	mutex_lock(&pond->tables);
	pond->copy = kmalloc(64, GFP_KERNEL); /* want reclaim-deadlock-any (error): "struct pond.tables" */
	mutex_unlock(&pond->tables);
}

static void show(struct pond *pond)
{
	first_pond = pond;
}

/* What it calls makes it known. */
static void attach_shown_bad(void)
{
	struct pond *pond = kzalloc(sizeof(*pond), GFP_KERNEL);

	if (!pond)
		return;
	show(pond);
	mutex_lock(&pond->tables);
	pond->copy = kmalloc(64, GFP_KERNEL); /* want reclaim-deadlock-any (error): "struct pond.tables" */
	mutex_unlock(&pond->tables);
}

/* What a macro of a loop sets it to is no new one. */
static struct pond *find(long blocks)
{
	struct pond *pond = NULL;

	list_for_each_entry(pond, &ponds, all) {
		if (pond->blocks == blocks)
			return pond;
	}
	return NULL;
}

static void grow_found_bad(void)
{
	struct pond *pond = find(2);

	if (!pond)
		return;
	mutex_lock(&pond->tables);
	pond->copy = kmalloc(64, GFP_KERNEL); /* want reclaim-deadlock-any (error): "struct pond.tables" */
	mutex_unlock(&pond->tables);
}

/* One caller has a new one, the other one has not. */
static void refill_bad(struct pond *pond)
{
	mutex_lock(&pond->tables);
	pond->spare = kmalloc(64, GFP_KERNEL); /* want reclaim-deadlock-any (error): "struct pond.tables" */
	mutex_unlock(&pond->tables);
}

int pond_work(void)
{
	struct pond *pond = make();

	attach_late_bad();
	attach_shown_bad();
	grow_found_bad();
	if (pond)
		refill_bad(pond);
	if (first_pond)
		refill_bad(first_pond);
	return attach_ok();
}
