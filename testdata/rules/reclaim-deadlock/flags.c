/*
 * rule:     reclaim-deadlock
 * shows:    a flag that keeps reclaim out is set by a constant of some callers alone
 * headers:  pagemap sched/mm
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

#define POND_CALM	0x4

struct mutex {
	int owner;
};

struct super_operations {
	void (*evict_inode)(struct inode *inode);
};

void mutex_lock(struct mutex *lock);
void mutex_unlock(struct mutex *lock);

struct pond {
	long blocks;
	struct mutex tables;
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

static struct page *grab_by_flags_bad(struct pond *pond, unsigned int flags)
{
	struct address_space *mapping = pond->table->i_mapping;
	int how = FGP_LOCK | FGP_CREAT;

	if (flags & POND_CALM)
		how |= FGP_NOFS;
	return pagecache_get_page(mapping, 0, how, mapping_gfp_mask(mapping)); /* want reclaim-deadlock (error): "struct pond.tables held for write" */ /* verdict derived */
}

/* The same, and all callers ask for it. */
static struct page *grab_by_flags_ok(struct pond *pond, unsigned int flags)
{
	struct address_space *mapping = pond->table->i_mapping;
	int how = FGP_LOCK | FGP_CREAT;

	if (flags & POND_CALM)
		how |= FGP_NOFS;
	return pagecache_get_page(mapping, 1, how, mapping_gfp_mask(mapping)); /* verdict derived */
}

/* Nothing tells whether it is set. */
static struct page *grab_by_wish_ok(struct pond *pond, unsigned int flags)
{
	struct address_space *mapping = pond->table->i_mapping;
	int how = FGP_LOCK | FGP_CREAT;

	if (flags & POND_CALM)
		how |= FGP_NOFS;
	return pagecache_get_page(mapping, 2, how, mapping_gfp_mask(mapping)); /* verdict derived */
}

static int read_table(struct pond *pond)
{
	struct page *page;

	mutex_lock(&pond->tables);
	page = grab_by_flags_bad(pond, 0);
	mutex_unlock(&pond->tables);
	return IS_ERR(page);
}

static int read_table_ok(struct pond *pond, unsigned int wish)
{
	struct page *page;
	struct page *other;
	struct page *third;

	mutex_lock(&pond->tables);
	page = grab_by_flags_bad(pond, POND_CALM);
	other = grab_by_flags_ok(pond, POND_CALM);
	third = grab_by_wish_ok(pond, wish);
	mutex_unlock(&pond->tables);
	return IS_ERR(page) | IS_ERR(other) | IS_ERR(third);
}

int pond_work(struct super_block *sb, struct pond *pond, unsigned int wish)
{
	set_up(sb, pond);
	return read_table(pond) | read_table_ok(pond, wish);
}
