/*
 * rule:     reclaim-deadlock
 * shows:    whose lock of shared code reclaim waits for is not told
 * headers:  pagemap sched/mm
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

struct mutex;
struct tide;

struct super_operations {
	void (*evict_inode)(struct inode *inode);
};

void mutex_lock(struct mutex *lock);
void mutex_unlock(struct mutex *lock);
void tide_turn(struct tide *tide);

struct pond {
	long blocks;
	struct mutex tables;
	struct tide *tide;
	struct inode *table;
};

struct pond_inode {
	long number;
	struct pond *pond;
	struct inode vfs_inode;
};

static void set_up(struct super_block *sb, struct pond *pond)
{
	pond->table = new_inode(sb);
}

/* Reclaim waits for the turn of some tide. */
static void pond_evict(struct inode *inode)
{
	tide_turn(inode->i_private);
}

static const struct super_operations pond_ops = {
	.evict_inode = pond_evict,
};

/* Somebody holds the turn of another tide, and waits for the tables. */
static void pond_swim(struct pond *pond)
{
	mutex_lock(&pond->tide->turn);
	mutex_lock(&pond->tables);
	mutex_unlock(&pond->tables);
	mutex_unlock(&pond->tide->turn);
}

static struct page *read_tables_ok(struct pond *pond)
{
	struct page *page;

	mutex_lock(&pond->tables);
	page = grab_cache_page(pond->table->i_mapping, 1);
	mutex_unlock(&pond->tables);
	return page;
}

struct page *pond_work(struct super_block *sb, struct pond *pond)
{
	set_up(sb, pond);
	pond_swim(pond);
	return read_tables_ok(pond);
}
