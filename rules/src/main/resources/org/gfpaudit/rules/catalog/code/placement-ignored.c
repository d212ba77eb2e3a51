#include <linux/fs.h>
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

/* bad */
struct page *pin_bad(struct file *shmem, pgoff_t index)
{
	/* The driver has set the mask of this mapping to GFP_HIGHUSER | __GFP_DMA32. */
	return shmem_read_mapping_page_gfp(shmem->f_mapping, index, GFP_KERNEL);
}

/* good */
struct page *pin_ok(struct file *shmem, pgoff_t index)
{
	return shmem_read_mapping_page_gfp(shmem->f_mapping, index,
					   mapping_gfp_mask(shmem->f_mapping));
}
