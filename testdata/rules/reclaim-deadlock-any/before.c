/*
 * rule:     reclaim-deadlock-any
 * shows:    the lock of a device that nobody can start I/O to yet is not the one that reclaim waits for
 * headers:  sched/mm slab
 * config:   all
 */
#include <linux/sched/mm.h>
#include <linux/slab.h>

struct mutex {
	int owner;
};

struct blk_mq_queue_data;
struct blk_mq_hw_ctx {
	void *driver_data;
};

struct blk_mq_ops {
	int (*queue_rq)(struct blk_mq_hw_ctx *queue, const struct blk_mq_queue_data *data);
};

void mutex_lock(struct mutex *lock);
void mutex_unlock(struct mutex *lock);

struct ferry {
	long crossings;
	long lanes;
	struct mutex header;
	struct ferry *next;
	void *copy;
};

static struct mutex timetable;

static int ferry_queue(struct blk_mq_hw_ctx *queue, const struct blk_mq_queue_data *data)
{
	struct ferry *ferry = queue->driver_data;

	mutex_lock(&ferry->header);
	ferry->crossings++;
	mutex_unlock(&ferry->header);
	mutex_lock(&timetable);
	mutex_unlock(&timetable);
	return 0;
}

static const struct blk_mq_ops ferry_ops = {
	.queue_rq = ferry_queue,
};

/* Only while the device is set up. */
static void read_header_bad(struct ferry *ferry)
{
	mutex_lock(&ferry->header);
	ferry->copy = kmalloc(64, GFP_KERNEL); /* want reclaim-deadlock-any (note): "struct ferry.header held for write" */
	mutex_unlock(&ferry->header);
}

/* Each ferry waits for the timetable. */
static void read_timetable_bad(struct ferry *ferry)
{
	mutex_lock(&timetable);
	ferry->copy = kmalloc(32, GFP_KERNEL); /* want reclaim-deadlock-any (warning): "timetable held for write" */
	mutex_unlock(&timetable);
}

int rbd_dev_image_probe(struct ferry *ferry)
{
	read_header_bad(ferry);
	read_timetable_bad(ferry);
	return 0;
}

void change_header_bad(struct ferry *ferry)
{
	mutex_lock(&ferry->header);
	ferry->copy = kmalloc(16, GFP_KERNEL); /* want reclaim-deadlock-any (warning): "struct ferry.header held for write" */
	mutex_unlock(&ferry->header);
}
