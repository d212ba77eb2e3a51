/*
 * rule:     reclaim-deadlock
 * shows:    a handle of the journal that reclaim starts is a lock, and what keeps a file system from being frozen is one that both sides read
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

typedef struct jbd2_journal_handle handle_t;
typedef struct journal_s journal_t;

void mutex_lock(struct mutex *lock);
void mutex_unlock(struct mutex *lock);
void sb_start_intwrite(struct super_block *sb);
void sb_end_intwrite(struct super_block *sb);

struct jbd2_journal_handle {
	journal_t *journal;
	unsigned int saved_alloc_context;
};

handle_t *jbd2_journal_start(journal_t *journal, int blocks)
{
	handle_t *handle = new_handle(journal, blocks);

	if (!handle)
		return ERR_PTR(-ENOMEM);
	handle->saved_alloc_context = memalloc_nofs_save();
	return handle;
}

int jbd2_journal_stop(handle_t *handle)
{
	memalloc_nofs_restore(handle->saved_alloc_context);
	return 0;
}

struct pond {
	long blocks;
	journal_t *journal;
	struct super_block *sb;
	struct mutex tables;
	struct mutex names;
	struct mutex other;
	struct inode *table;
};

struct pond_inode {
	long number;
	struct mutex names;
	struct mutex quiet;
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

/* Reclaim starts a handle, which waits until the commit of others makes room. */
static void pond_evict(struct inode *inode)
{
	struct pond *pond = POND_I(inode)->pond;
	handle_t *handle;

	mutex_lock(&pond->other);
	mutex_unlock(&pond->other);
	sb_start_intwrite(pond->sb);
	handle = jbd2_journal_start(pond->journal, 8);
	if (!IS_ERR(handle))
		jbd2_journal_stop(handle);
	sb_end_intwrite(pond->sb);
}

static const struct super_operations pond_ops = {
	.evict_inode = pond_evict,
};

/* Whoever has a handle waits for the tables, and the commit for him. */
static int write_tables(struct pond *pond)
{
	handle_t *handle = jbd2_journal_start(pond->journal, 1);

	if (IS_ERR(handle))
		return PTR_ERR(handle);
	mutex_lock(&pond->tables);
	pond->blocks++;
	mutex_unlock(&pond->tables);
	return jbd2_journal_stop(handle);
}

/* Reclaim waits for him as well, whichever the inode is. */
static int write_names(struct pond_inode *ip)
{
	handle_t *handle = jbd2_journal_start(ip->pond->journal, 1);

	if (IS_ERR(handle))
		return PTR_ERR(handle);
	mutex_lock(&ip->names);
	ip->number++;
	mutex_unlock(&ip->names);
	return jbd2_journal_stop(handle);
}

/* A lock of one file system that is held with one of another inode says nothing of this one. */
static void write_quiet(struct pond *pond, struct pond_inode *ip)
{
	mutex_lock(&pond->other);
	mutex_lock(&ip->quiet);
	ip->number++;
	mutex_unlock(&ip->quiet);
	mutex_unlock(&pond->other);
}

static struct page *read_inode_bad(struct pond_inode *ip)
{
	struct page *page;

	mutex_lock(&ip->names);
	page = grab_cache_page(ip->pond->table->i_mapping, 6); /* want reclaim-deadlock (warning): "struct pond_inode.names held for write" */
	mutex_unlock(&ip->names);
	return page;
}

static struct page *read_inode_ok(struct pond_inode *ip)
{
	struct page *page;

	mutex_lock(&ip->quiet);
	page = grab_cache_page(ip->pond->table->i_mapping, 7);
	mutex_unlock(&ip->quiet);
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

/* Nobody takes the names with a handle. */
static struct page *read_names_ok(struct pond *pond)
{
	struct page *page;

	mutex_lock(&pond->names);
	page = grab_cache_page(pond->table->i_mapping, 2);
	mutex_unlock(&pond->names);
	return page;
}

/* The handle is a task scope by itself. */
static struct page *in_handle_ok(struct pond *pond)
{
	handle_t *handle = jbd2_journal_start(pond->journal, 1);
	struct page *page;

	if (IS_ERR(handle))
		return NULL;
	page = grab_cache_page(pond->table->i_mapping, 3);
	jbd2_journal_stop(handle);
	return page;
}

/* Who freezes in between makes the evicting task wait for this one. */
static struct page *write_inside_bad(struct pond *pond)
{
	struct page *page;

	sb_start_intwrite(pond->sb);
	page = grab_cache_page(pond->table->i_mapping, 4); /* want reclaim-deadlock (note): "with sb_internal of fs/sample held for read" */
	sb_end_intwrite(pond->sb);
	return page;
}

static struct page *write_behind_ok(struct pond *pond)
{
	sb_start_intwrite(pond->sb);
	pond->blocks++;
	sb_end_intwrite(pond->sb);
	return grab_cache_page(pond->table->i_mapping, 5);
}

int pond_work(struct super_block *sb, struct pond *pond, struct pond_inode *ip)
{
	set_up(sb, pond);
	write_quiet(pond, ip);
	return write_names(ip) | IS_ERR(read_inode_bad(ip)) | IS_ERR(read_inode_ok(ip)) | write_tables(pond) | IS_ERR(read_tables_bad(pond)) | IS_ERR(read_names_ok(pond))
		| IS_ERR(in_handle_ok(pond)) | IS_ERR(write_inside_bad(pond)) | IS_ERR(write_behind_ok(pond));
}
