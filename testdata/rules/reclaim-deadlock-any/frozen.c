/*
 * rule:     reclaim-deadlock-any
 * shows:    memory is asked for while the queue of a device is frozen
 * headers:  pagemap sched/mm slab
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>
#include <linux/slab.h>

struct request_queue {
	int frozen;
};

struct bio;

void blk_mq_freeze_queue(struct request_queue *queue);
void blk_mq_unfreeze_queue(struct request_queue *queue);
int wait_for_thaw(struct request_queue *queue);

/* All I/O to the device goes through here. */
int __bio_queue_enter(struct request_queue *queue, struct bio *bio)
{
	return bio ? wait_for_thaw(queue) : 0;
}

static void *pond_switch_bad(struct request_queue *queue)
{
	void *scheduler;

	blk_mq_freeze_queue(queue);
	scheduler = kzalloc(64, GFP_KERNEL); /* want reclaim-deadlock-any (warning): "kzalloc\(\) allocates with the queue of a device frozen" */
	blk_mq_unfreeze_queue(queue);
	return scheduler;
}

static void *pond_switch_ok(struct request_queue *queue)
{
	void *scheduler;
	unsigned int flags;

	blk_mq_freeze_queue(queue);
	flags = memalloc_noio_save();
	scheduler = kzalloc(64, GFP_KERNEL);
	memalloc_noio_restore(flags);
	blk_mq_unfreeze_queue(queue);
	return scheduler;
}

static void *pond_later_ok(struct request_queue *queue)
{
	blk_mq_freeze_queue(queue);
	blk_mq_unfreeze_queue(queue);
	return kzalloc(64, GFP_KERNEL);
}

/* Nobody can open the disk before it has a scheduler. */
static void *pond_first_bad(struct request_queue *queue)
{
	void *scheduler;

	blk_mq_freeze_queue(queue);
	scheduler = kmalloc(64, GFP_KERNEL); /* want reclaim-deadlock-any (note): "kmalloc\(\) allocates with the queue of a device frozen" */
	blk_mq_unfreeze_queue(queue);
	return scheduler;
}

void *elevator_init_mq(struct request_queue *queue)
{
	return pond_first_bad(queue);
}

int pond_work(struct request_queue *queue)
{
	return pond_switch_bad(queue) == pond_switch_ok(queue) || !pond_later_ok(queue);
}
