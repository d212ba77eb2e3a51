#include <linux/fs.h>
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

/* bad */
int insert_bad(struct page *page, struct address_space *mapping, bool quick)
{
	gfp_t gfp = quick ? GFP_KERNEL : mapping_gfp_mask(mapping);

	return add_to_page_cache_lru(page, mapping, 0, gfp);
}

/* good */
int insert_ok(struct page *page, struct address_space *mapping, bool quick)
{
	gfp_t gfp = mapping_gfp_constraint(mapping, quick ? GFP_KERNEL : GFP_NOFS);

	return add_to_page_cache_lru(page, mapping, 0, gfp);
}
