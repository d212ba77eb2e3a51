#include <linux/fs.h>
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

/* bad */
int copy_bad(struct page *page, struct inode *from, struct inode *to)
{
	return add_to_page_cache_lru(page, to->i_mapping, 0, mapping_gfp_mask(from->i_mapping));
}

/* good */
int copy_ok(struct page *page, struct inode *from, struct inode *to)
{
	return add_to_page_cache_lru(page, to->i_mapping, 0, mapping_gfp_mask(to->i_mapping));
}
