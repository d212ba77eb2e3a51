/*
 * rule:     hardcoded-nofs
 * shows:    a driver leaves no bit but that of a zone in the mask of a buffer's file, which only its own code sees
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct kelp_object {
	struct file *filp;
};

struct kelp_buffer {
	struct kelp_object base;
};

void kelp_place_ok(struct kelp_buffer *buffer)
{
	mapping_set_gfp_mask(buffer->base.filp->f_mapping, GFP_DMA32);
}
