/*
 * strategy: scope. rule: reclaim-deadlock. A lock that requests to a device wait for: with IO alone
 * reclaim starts such requests, so a NOFS scope is none for it.
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

struct mutex {
	int owner;
};

struct barge {
	long loads;
	long crossings;
	long tolls;
	struct mutex lock;
	struct inode *map;
};

struct blk_mq_queue_data;
struct blk_mq_hw_ctx {
	void *driver_data;
};

struct blk_mq_ops {
	int (*queue_rq)(struct blk_mq_hw_ctx *ctx, const struct blk_mq_queue_data *bd);
};

void mutex_lock(struct mutex *lock);
void mutex_unlock(struct mutex *lock);

static int barge_queue(struct blk_mq_hw_ctx *ctx, const struct blk_mq_queue_data *bd)
{
	struct barge *dev = ctx->driver_data;

	mutex_lock(&dev->lock);
	mutex_unlock(&dev->lock);
	return 0;
}

static const struct blk_mq_ops barge_ops = {
	.queue_rq = barge_queue,
};

int barge_load(struct barge *dev)
{
	struct page *page;

	mutex_lock(&dev->lock);
	page = grab_cache_page(dev->map->i_mapping, 0);
	mutex_unlock(&dev->lock);
	return page == NULL;
}
