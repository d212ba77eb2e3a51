#include <linux/fs.h>
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

/* bad */
struct page *grab_bad(struct address_space *mapping, pgoff_t index)
{
	/* Before the change: find_or_create_page(mapping, index, GFP_NOFS) */
	return grab_cache_page(mapping, index);
}

/* good */
struct page *grab_ok(struct address_space *mapping, pgoff_t index)
{
	return find_or_create_page(mapping, index,
				   mapping_gfp_constraint(mapping, GFP_NOFS));
}
