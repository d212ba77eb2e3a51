/*
 * rule:     reclaim-deadlock
 * shows:    a file behind a device is read, and reclaim waits for I/O to such a device
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct completion {
	int done;
};

struct super_operations {
	void (*evict_inode)(struct inode *inode);
};

struct pond {
	int state;
	int size;
	int users;
	struct completion written;
	struct completion started;
};

static ssize_t pond_read_bad(struct file *file, char *to, size_t count, loff_t *at)
{
	struct page *page = find_or_create_page(file->f_mapping, 0, GFP_KERNEL); /* want reclaim-deadlock (error) [drivers/block/ferry.c:A]: "find_or_create_page.. allocates page cache with a device waiting for it" */ /* want hardcoded: "" */

	return page == NULL;
}

static const struct file_operations pond_file = {
	.read = pond_read_bad,
	.read_iter = pond_read_bad,
};

static void pond_end_io(struct bio *bio)
{
	struct pond *pond = bio->bi_private;

	complete(&pond->written);
}

static void pond_submit(struct pond *pond, struct bio *bio)
{
	bio->bi_end_io = pond_end_io;
	submit_bio(bio);
}

static void pond_evict(struct inode *inode)
{
	struct pond *pond = pond_of(inode);

	pond_submit(pond, NULL);
	wait_for_completion(&pond->written);
}

static const struct super_operations pond_ops = {
	.evict_inode = pond_evict,
};
