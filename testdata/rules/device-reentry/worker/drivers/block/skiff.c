/*
 * rule:     device-reentry
 * shows:    an allocation in the worker of a block driver, with and without a scope
 * headers:  pagemap sched/mm
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

struct skiff {
	struct address_space *mapping;
	struct work_struct work;
	struct work_struct calm;
};

static int skiff_fetch_bad(struct skiff *dev, struct page *page)
{
	return add_to_page_cache_lru(page, dev->mapping, 0, GFP_KERNEL); /* want device-reentry (warning): "GFP_KERNEL reaches add_to_page_cache_lru.*worker of the block driver skiff" */ /* want hardcoded: "" */
}

static void skiff_work(struct work_struct *work)
{
	skiff_fetch_bad(container_of(work, struct skiff, work), NULL);
}

static int skiff_prepare_bad(struct skiff *dev, struct page *page)
{
	/* Called where the device is set up: nothing waits for it yet. */
	return add_to_page_cache_lru(page, dev->mapping, 0, GFP_KERNEL); /* want hardcoded: "" */
}

static void skiff_calm_ok(struct work_struct *work)
{
	struct skiff *dev = container_of(work, struct skiff, calm);
	unsigned int flags = memalloc_noio_save();

	add_to_page_cache_lru(NULL, dev->mapping, 0, GFP_KERNEL); /* verdict scoped */
	memalloc_noio_restore(flags);
}

static int skiff_queue(struct blk_mq_hw_ctx *ctx, const struct blk_mq_queue_data *bd)
{
	return 0;
}

static const struct blk_mq_ops skiff_ops = {
	.queue_rq = skiff_queue,
};

int skiff_probe(struct skiff *dev)
{
	INIT_WORK(&dev->work, skiff_work);
	INIT_WORK(&dev->calm, skiff_calm_ok);
	return skiff_prepare_bad(dev, NULL);
}
