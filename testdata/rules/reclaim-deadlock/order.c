/*
 * rule:     reclaim-deadlock
 * shows:    reclaim waits for a lock whose holder waits for the one that is held here
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
int mutex_trylock(struct mutex *lock);
void mutex_unlock(struct mutex *lock);

struct pond {
	long blocks;
	struct mutex tables;
	struct mutex commit;
	struct mutex names;
	struct mutex stats;
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

/* Reclaim waits for the commit alone. */
static void pond_evict(struct inode *inode)
{
	struct pond *pond = POND_I(inode)->pond;

	mutex_lock(&pond->commit);
	mutex_unlock(&pond->commit);
}

static const struct super_operations pond_ops = {
	.evict_inode = pond_evict,
};

static void write_tables(struct pond *pond)
{
	mutex_lock(&pond->tables);
	pond->blocks++;
	mutex_unlock(&pond->tables);
}

/* Whoever commits waits for the tables, and only tries the statistics. */
static struct page *pond_commit_bad(struct pond *pond)
{
	struct page *page;

	mutex_lock(&pond->commit);
	write_tables(pond);
	if (mutex_trylock(&pond->stats))
		mutex_unlock(&pond->stats);
	page = grab_cache_page(pond->table->i_mapping, 0); /* want reclaim-deadlock (error): "struct pond.commit held for write" */
	mutex_unlock(&pond->commit);
	return page;
}

static struct page *read_tables_bad(struct pond *pond)
{
	struct page *page;

	mutex_lock(&pond->tables);
	page = grab_cache_page(pond->table->i_mapping, 1); /* want reclaim-deadlock (warning): "struct pond.tables held for write" */
	mutex_unlock(&pond->tables);
	return page;
}

/* Nobody waits for the names with the commit held. */
static struct page *read_names_ok(struct pond *pond)
{
	struct page *page;

	mutex_lock(&pond->names);
	page = grab_cache_page(pond->table->i_mapping, 2);
	mutex_unlock(&pond->names);
	return page;
}

static struct page *read_stats_ok(struct pond *pond)
{
	struct page *page;

	mutex_lock(&pond->stats);
	page = grab_cache_page(pond->table->i_mapping, 3);
	mutex_unlock(&pond->stats);
	return page;
}

int pond_work(struct super_block *sb, struct pond *pond)
{
	set_up(sb, pond);
	return IS_ERR(pond_commit_bad(pond)) | IS_ERR(read_tables_bad(pond))
		| IS_ERR(read_names_ok(pond)) | IS_ERR(read_stats_ok(pond));
}
