/*
 * rule:     reclaim-deadlock
 * shows:    who writes pages, or writes to swap in a file, needs a lock that is held
 * headers:  pagemap sched/mm
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

struct mutex {
	int owner;
};

struct writeback_control {
	long nr_to_write;
};

struct iov_iter;

struct kiocb {
	struct file *ki_filp;
};

struct address_space_operations {
	int (*writepages)(struct address_space *mapping, struct writeback_control *wbc);
	int (*swap_rw)(struct kiocb *iocb, struct iov_iter *iter);
};

void mutex_lock(struct mutex *lock);
void mutex_unlock(struct mutex *lock);

struct pond {
	long blocks;
	struct mutex maps;
	struct mutex pass;
	struct mutex wire;
	struct mutex names;
	struct inode *table;
};

static struct pond *POND(struct super_block *sb)
{
	return sb->s_fs_info;
}

static void set_up(struct super_block *sb, struct pond *pond)
{
	pond->table = new_inode(sb);
}

static int write_one(struct pond *pond, long index)
{
	mutex_lock(&pond->maps);
	pond->blocks += index;
	mutex_unlock(&pond->maps);
	return 0;
}

/* The maps are needed page by page, where others are begun and not yet sent. */
static int pond_writepages(struct address_space *mapping, struct writeback_control *wbc)
{
	struct pond *pond = POND(mapping->host->i_sb);
	int error = 0;
	long i;

	mutex_lock(&pond->pass);
	for (i = 0; i < wbc->nr_to_write && !error; i++)
		error = write_one(pond, i);
	mutex_unlock(&pond->pass);
	return error;
}

static int pond_swap_rw(struct kiocb *iocb, struct iov_iter *iter)
{
	struct pond *pond = POND(iocb->ki_filp->f_mapping->host->i_sb);

	mutex_lock(&pond->wire);
	mutex_unlock(&pond->wire);
	return 0;
}

static const struct address_space_operations pond_aops = {
	.writepages = pond_writepages,
	.swap_rw = pond_swap_rw,
};

static int read_maps_bad(struct pond *pond)
{
	struct page *page;

	mutex_lock(&pond->maps);
	page = grab_cache_page(pond->table->i_mapping, 0); /* want reclaim-deadlock (warning): "struct pond.maps held for write" */
	mutex_unlock(&pond->maps);
	return IS_ERR(page);
}

/* Who writes has begun no page yet when it takes it. */
static int read_pass_bad(struct pond *pond)
{
	struct page *page;

	mutex_lock(&pond->pass);
	page = grab_cache_page(pond->table->i_mapping, 1); /* want reclaim-deadlock (note): "struct pond.pass held for write" */
	mutex_unlock(&pond->pass);
	return IS_ERR(page);
}

/* Reclaim takes it where swap lies in one of these files. */
static int read_wire_bad(struct pond *pond)
{
	struct page *page;

	mutex_lock(&pond->wire);
	page = grab_cache_page(pond->table->i_mapping, 2); /* want reclaim-deadlock (note): "struct pond.wire held for write" */
	mutex_unlock(&pond->wire);
	return IS_ERR(page);
}

static int read_names_ok(struct pond *pond)
{
	struct page *page;

	mutex_lock(&pond->names);
	page = grab_cache_page(pond->table->i_mapping, 3);
	mutex_unlock(&pond->names);
	return IS_ERR(page);
}

static int read_in_scope_ok(struct pond *pond)
{
	unsigned int flags = memalloc_nofs_save();
	struct page *page;

	mutex_lock(&pond->maps);
	page = grab_cache_page(pond->table->i_mapping, 4);
	mutex_unlock(&pond->maps);
	memalloc_nofs_restore(flags);
	return IS_ERR(page);
}

int pond_work(struct super_block *sb)
{
	struct pond *pond = POND(sb);

	set_up(sb, pond);
	return read_maps_bad(pond) | read_pass_bad(pond) | read_wire_bad(pond)
		| read_names_ok(pond) | read_in_scope_ok(pond);
}
