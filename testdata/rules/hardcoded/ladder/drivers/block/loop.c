/*
 * rule:     hardcoded
 * shows:    whatever file backs a device loses FS and IO, and its worker has no scope
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct mini_loop {
	struct file *file;
	struct work_struct work;
	gfp_t saved;
};

void mini_loop_bind(struct mini_loop *lo, struct file *file)
{
	lo->saved = mapping_gfp_mask(file->f_mapping);
	mapping_set_gfp_mask(file->f_mapping, lo->saved & ~(__GFP_IO | __GFP_FS));
}

void mini_loop_release_bad(struct mini_loop *lo, struct file *file)
{
	mapping_set_gfp_mask(file->f_mapping, lo->saved); /* want mapping-loosened (warning): "whatever another owner" */
}

static void mini_loop_work(struct work_struct *work)
{
	struct mini_loop *lo = container_of(work, struct mini_loop, work);

	vfs_iter_write(lo->file, NULL, NULL, 0);
}

static int mini_loop_queue(struct blk_mq_hw_ctx *ctx, const struct blk_mq_queue_data *bd)
{
	return 0;
}

static const struct blk_mq_ops mini_loop_ops = {
	.queue_rq = mini_loop_queue,
};

void mini_loop_start(struct mini_loop *lo)
{
	INIT_WORK(&lo->work, mini_loop_work);
}
