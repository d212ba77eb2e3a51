/*
 * rule:     reclaim-deadlock
 * shows:    a driver serves its device from a file, and reclaim waits for that device
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct ferry {
	struct file *file;
	struct work_struct work;
};

static void ferry_work(struct work_struct *work)
{
	struct ferry *dev = container_of(work, struct ferry, work);

	vfs_read(dev->file, NULL, 0, NULL); /* step A */
}

static int ferry_queue(struct blk_mq_hw_ctx *ctx, const struct blk_mq_queue_data *bd)
{
	struct ferry *dev = ferry_of(ctx);

	queue_work(ferry_queue_of(dev), &dev->work);
	return 0;
}

static const struct blk_mq_ops ferry_ops = {
	.queue_rq = ferry_queue,
};

void ferry_probe(struct ferry *dev)
{
	INIT_WORK(&dev->work, ferry_work);
}
