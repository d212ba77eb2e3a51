#include <linux/fs.h>
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

/* bad */
int grow_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, mapping_gfp_mask(mapping) | __GFP_FS);
}

/* good */
int grow_ok(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, mapping_gfp_mask(mapping) | __GFP_NOWARN);
}
