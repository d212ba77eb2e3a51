#include <linux/fs.h>
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

/* bad */
struct page *read_bad(struct address_space *mapping)
{
	unsigned int flags = memalloc_nofs_save();
	struct page *page = find_or_create_page(mapping, 0, GFP_NOFS);

	memalloc_nofs_restore(flags);
	return page;
}

/* good */
struct page *read_ok(struct address_space *mapping)
{
	unsigned int flags = memalloc_nofs_save();
	struct page *page = find_or_create_page(mapping, 0, GFP_KERNEL);

	memalloc_nofs_restore(flags);
	return page;
}
