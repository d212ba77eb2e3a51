#include <linux/fs.h>
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

/* bad */
struct page *try_page_bad(struct inode *inode, pgoff_t index)
{
	return find_or_create_page(inode->i_mapping, index, GFP_NOWAIT);
}

/* good */
struct page *try_page_ok(struct inode *inode, pgoff_t index)
{
	return find_or_create_page(inode->i_mapping, index,
				   mapping_gfp_constraint(inode->i_mapping, GFP_NOWAIT));
}
