/*
 * rule:     reclaim-deadlock
 * shows:    reclaim does not come to a super block that is being mounted or changed
 * headers:  pagemap sched/mm
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

struct mutex {
	int owner;
};

struct fs_context {
	void *fs_private;
};

struct super_operations {
	void (*evict_inode)(struct inode *inode);
	void (*put_super)(struct super_block *sb);
	int (*sync_fs)(struct super_block *sb, int wait);
};

void mutex_lock(struct mutex *lock);
void mutex_unlock(struct mutex *lock);
int get_tree_bdev(struct fs_context *fc, int (*fill)(struct super_block *sb, struct fs_context *fc));
int run(int (*fill)(struct super_block *sb, struct fs_context *fc));

/* Ponds may share a bank. */
struct bank {
	struct mutex access;
};

struct pond {
	long blocks;
	struct mutex tables;
	struct mutex spare;
	struct bank *bank;
	struct inode *table;
};

static struct mutex all_ponds;

static struct pond *POND(struct super_block *sb)
{
	return sb->s_fs_info;
}

static void pond_evict(struct inode *inode)
{
	struct pond *pond = POND(inode->i_sb);

	mutex_lock(&pond->tables);
	mutex_unlock(&pond->tables);
	mutex_lock(&pond->spare);
	mutex_unlock(&pond->spare);
	mutex_lock(&pond->bank->access);
	mutex_unlock(&pond->bank->access);
	mutex_lock(&all_ponds);
	mutex_unlock(&all_ponds);
}

/* It is called by nothing but what mounts and unmounts. */
static int read_table_bad(struct pond *pond)
{
	struct page *page;

	mutex_lock(&pond->tables);
	page = grab_cache_page(pond->table->i_mapping, 0); /* want reclaim-deadlock (note): "struct pond.tables held for write" */
	mutex_unlock(&pond->tables);
	return IS_ERR(page);
}

/* Another pond of the same kind can be pruned, and there is one such lock. */
static int read_all_bad(struct pond *pond)
{
	struct page *page;

	mutex_lock(&all_ponds);
	page = grab_cache_page(pond->table->i_mapping, 1); /* want reclaim-deadlock (error): "all_ponds held for write" */
	mutex_unlock(&all_ponds);
	return IS_ERR(page);
}

static int read_bank_bad(struct pond *pond)
{
	struct page *page;

	mutex_lock(&pond->bank->access);
	page = grab_cache_page(pond->table->i_mapping, 2); /* want reclaim-deadlock (error): "struct pond.bank held for write" */
	mutex_unlock(&pond->bank->access);
	return IS_ERR(page);
}

/* Not every operation that calls it holds s_umount for write. */
static int write_table_bad(struct pond *pond)
{
	struct page *page;

	mutex_lock(&pond->tables);
	page = grab_cache_page(pond->table->i_mapping, 3); /* want reclaim-deadlock (error): "struct pond.tables held for write" */
	mutex_unlock(&pond->tables);
	return IS_ERR(page);
}

/* Nothing tells what runs it: its caller hands it to somebody else. */
static int read_spare_bad(struct pond *pond)
{
	struct page *page;

	mutex_lock(&pond->spare);
	page = grab_cache_page(pond->table->i_mapping, 4); /* want reclaim-deadlock (error): "struct pond.spare held for write" */
	mutex_unlock(&pond->spare);
	return IS_ERR(page);
}

static int pond_fill_spare(struct super_block *sb, struct fs_context *fc)
{
	return read_spare_bad(POND(sb));
}

static int pond_fill(struct super_block *sb, struct fs_context *fc)
{
	struct pond *pond = fc->fs_private;

	sb->s_fs_info = pond;
	pond->table = new_inode(sb);
	if (read_all_bad(pond) || read_bank_bad(pond) || write_table_bad(pond))
		return -EIO;
	return read_table_bad(pond);
}

static int pond_get_tree(struct fs_context *fc)
{
	run(pond_fill_spare);
	return get_tree_bdev(fc, pond_fill);
}

static void pond_put(struct super_block *sb)
{
	read_table_bad(POND(sb));
}

static int pond_sync(struct super_block *sb, int wait)
{
	return write_table_bad(POND(sb));
}

static const struct super_operations pond_ops = {
	.evict_inode = pond_evict,
	.put_super = pond_put,
	.sync_fs = pond_sync,
};

int pond_mount(struct fs_context *fc)
{
	return pond_get_tree(fc);
}
