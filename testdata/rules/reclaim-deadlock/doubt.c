/*
 * rule:     reclaim-deadlock
 * shows:    what is not certain enough for more than a note, and what is no deadlock
 * headers:  pagemap sched/mm
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

struct rw_semaphore {
	int count;
};

struct mutex {
	int owner;
};

struct super_operations {
	void (*evict_inode)(struct inode *inode);
};

void down_read(struct rw_semaphore *sem);
void up_read(struct rw_semaphore *sem);
void mutex_lock(struct mutex *lock);
void mutex_unlock(struct mutex *lock);

/* A part of each inode: its lock is that of one inode. */
struct runs {
	int *first;
	struct rw_semaphore lock;
	long count;
};

struct pond;

struct pond_code {
	void (*settle)(struct pond *pond);
};

struct pond {
	struct mutex few;
	struct mutex many;
	struct mutex commit;
	const struct pond_code *few_code;
	const struct pond_code *many_code;
	struct inode *table;
};

struct pond_inode {
	struct runs runs;
	struct pond *pond;
	struct pond_inode *other;
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

static void settle_many(struct pond *pond)
{
	mutex_lock(&pond->many);
	mutex_unlock(&pond->many);
}

static void settle_one(struct pond *pond)
{
	settle_many(pond);
}

static void settle_two(struct pond *pond)
{
	settle_many(pond);
}

static void settle_three(struct pond *pond)
{
	settle_many(pond);
}

static void settle_four(struct pond *pond)
{
	settle_many(pond);
}

static void settle_five(struct pond *pond)
{
	settle_many(pond);
}

static const struct pond_code one = { .settle = settle_one };
static const struct pond_code two = { .settle = settle_two };
static const struct pond_code three = { .settle = settle_three };
static const struct pond_code four = { .settle = settle_four };
static const struct pond_code five = { .settle = settle_five };

static void pond_evict(struct inode *inode)
{
	struct pond_inode *ip = POND_I(inode);
	struct pond *pond = ip->pond;

	down_read(&ip->other->runs.lock);
	up_read(&ip->other->runs.lock);
	mutex_lock(&pond->commit);
	mutex_unlock(&pond->commit);
	pond->many_code->settle(pond);
}

static const struct super_operations pond_ops = {
	.evict_inode = pond_evict,
};

static int map_runs_bad(struct pond_inode *ip)
{
	struct page *page;

	down_read(&ip->runs.lock);
	page = grab_cache_page(ip->pond->table->i_mapping, 0); /* want reclaim-deadlock (note): "struct runs.lock held for read" */
	up_read(&ip->runs.lock);
	return IS_ERR(page);
}

/* Reclaim comes to it by one of five functions, and nothing tells that it is that one. */
static int settled_bad(struct pond *pond)
{
	struct page *page;

	mutex_lock(&pond->many);
	page = grab_cache_page(pond->table->i_mapping, 1); /* want reclaim-deadlock (note): "struct pond.many held for write" */
	mutex_unlock(&pond->many);
	return IS_ERR(page);
}

static int finish_commit(struct pond *pond)
{
	mutex_unlock(&pond->commit);
	return 0;
}

static int run_commit(struct pond *pond)
{
	mutex_lock(&pond->commit);
	return finish_commit(pond);
}

/* What is called gives the lock back. */
static int committed_ok(struct pond *pond)
{
	struct page *page;

	if (run_commit(pond))
		return -EIO;
	page = grab_cache_page(pond->table->i_mapping, 2);
	return IS_ERR(page);
}

int pond_work(struct super_block *sb, struct pond_inode *ip, struct pond *pond)
{
	set_up(sb, pond);
	return map_runs_bad(ip) | settled_bad(pond) | committed_ok(pond)
		| (one.settle == two.settle) | (three.settle == four.settle) | (five.settle == NULL);
}
