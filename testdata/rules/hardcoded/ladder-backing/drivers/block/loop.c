/*
 * rule:     hardcoded
 * shows:    the only mappings that lose a bit are those that back a device
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct tiny_loop {
	gfp_t saved;
};

void tiny_loop_bind(struct tiny_loop *lo, struct file *file)
{
	lo->saved = mapping_gfp_mask(file->f_mapping);
	mapping_set_gfp_mask(file->f_mapping, lo->saved & ~(__GFP_IO | __GFP_FS));
}
