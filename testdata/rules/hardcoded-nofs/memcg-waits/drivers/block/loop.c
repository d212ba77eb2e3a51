/*
 * rule:     hardcoded-nofs
 * shows:    a device that is served without a scope, and takes a bit out of the mask of what backs it
 * headers:  pagemap
 * config:   all
 * kernel:   3.18
 */
#include <linux/pagemap.h>

struct tiny_loop {
	struct file *file;
	struct work_struct work;
	gfp_t saved;
};

void tiny_loop_bind_bad(struct tiny_loop *lo, struct file *file)
{
	lo->saved = mapping_gfp_mask(file->f_mapping);
	mapping_set_gfp_mask(file->f_mapping, lo->saved & ~(__GFP_IO | __GFP_FS)); /* want mapping-loosened (note): "nothing here restores it" */
}

static void tiny_loop_work(struct work_struct *work)
{
	struct tiny_loop *lo = container_of(work, struct tiny_loop, work);

	vfs_iter_write(lo->file, NULL, NULL, 0);
}

static int tiny_loop_queue(struct blk_mq_hw_ctx *ctx, const struct blk_mq_queue_data *bd)
{
	return 0;
}

static const struct blk_mq_ops tiny_loop_ops = {
	.queue_rq = tiny_loop_queue,
};

void tiny_loop_start(struct tiny_loop *lo)
{
	INIT_WORK(&lo->work, tiny_loop_work);
}
