/*
 * rule:     hardcoded
 * shows:    whatever file backs a device loses FS and IO
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct mini_loop {
	gfp_t saved;
};

void mini_loop_bind(struct mini_loop *lo, struct file *file)
{
	lo->saved = mapping_gfp_mask(file->f_mapping);
	mapping_set_gfp_mask(file->f_mapping, lo->saved & ~(__GFP_IO | __GFP_FS));
}

void mini_loop_release(struct mini_loop *lo, struct file *file)
{
	mapping_set_gfp_mask(file->f_mapping, lo->saved);
}
