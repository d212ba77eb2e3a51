/*
 * rule:     reclaim-deadlock-any
 * shows:    locks of one name that are static in functions are locks of their own
 * headers:  sched/mm slab
 * config:   all
 */
#include <linux/sched/mm.h>
#include <linux/slab.h>

#define DEFINE_MUTEX(name) struct mutex name

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
	void *copy;
};

/* Requests and the makers of plans come here. */
static void ferry_plan_bad(struct ferry *ferry, int plan)
{
	static DEFINE_MUTEX(plans);

	mutex_lock(&plans);
	if (plan)
		ferry->copy = kmalloc(64, GFP_KERNEL); /* want reclaim-deadlock-any (warning): "plans held for write" */
	mutex_unlock(&plans);
}

static void ferry_count_bad(struct ferry *ferry, int plan)
{
	static struct mutex counts;

	mutex_lock(&counts);
	if (plan)
		ferry->copy = kmalloc(32, GFP_KERNEL); /* want reclaim-deadlock-any (warning): "counts held for write" */
	mutex_unlock(&counts);
}

static int ferry_queue(struct blk_mq_hw_ctx *queue, const struct blk_mq_queue_data *data)
{
	static DEFINE_MUTEX(lock);
	struct ferry *ferry = queue->driver_data;

	mutex_lock(&lock);
	ferry->crossings++;
	mutex_unlock(&lock);
	ferry_plan_bad(ferry, 0);
	ferry_count_bad(ferry, 0);
	return 0;
}

static const struct blk_mq_ops ferry_ops = {
	.queue_rq = ferry_queue,
};

/* No request takes it. */
void *ferry_copy_ok(void)
{
	static DEFINE_MUTEX(lock);
	void *copy;

	mutex_lock(&lock);
	copy = kmalloc(64, GFP_KERNEL);
	mutex_unlock(&lock);
	return copy;
}

void ferry_plans(struct ferry *ferry)
{
	ferry_plan_bad(ferry, 1);
	ferry_count_bad(ferry, 1);
}
