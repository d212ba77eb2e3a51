/*
 * rule:     reclaim-deadlock-any
 * shows:    a request goes on in a function that a macro keeps
 * headers:  sched/mm slab
 * config:   all
 */
#include <linux/sched/mm.h>
#include <linux/slab.h>

struct mutex {
	int owner;
};

struct closure {
	void (*fn)(struct closure *cl);
	int remaining;
};

struct blk_mq_queue_data;
struct blk_mq_hw_ctx {
	void *driver_data;
};

struct blk_mq_ops {
	int (*queue_rq)(struct blk_mq_hw_ctx *queue, const struct blk_mq_queue_data *data);
};

#define continue_at(_cl, _fn, _wq)	do { (_cl)->fn = (_fn); closure_sub(_cl, 1); } while (0)

void mutex_lock(struct mutex *lock);
void mutex_unlock(struct mutex *lock);
void closure_sub(struct closure *cl, int count);

struct ferry {
	long crossings;
	struct mutex lane;
	struct mutex fares;
	struct closure cl;
	void *copy;
};

static void ferry_cross(struct closure *cl)
{
	struct ferry *ferry = container_of(cl, struct ferry, cl);

	mutex_lock(&ferry->lane);
	ferry->crossings++;
	mutex_unlock(&ferry->lane);
}

static int ferry_queue(struct blk_mq_hw_ctx *queue, const struct blk_mq_queue_data *data)
{
	struct ferry *ferry = queue->driver_data;

	continue_at(&ferry->cl, ferry_cross, NULL);
	return 0;
}

static const struct blk_mq_ops ferry_ops = {
	.queue_rq = ferry_queue,
};

void change_lane_bad(struct ferry *ferry)
{
	mutex_lock(&ferry->lane);
	ferry->copy = kmalloc(64, GFP_KERNEL); /* want reclaim-deadlock-any (warning): "struct ferry.lane" */
	mutex_unlock(&ferry->lane);
}

void change_fares_ok(struct ferry *ferry)
{
	mutex_lock(&ferry->fares);
	ferry->copy = kmalloc(64, GFP_KERNEL);
	mutex_unlock(&ferry->fares);
}
