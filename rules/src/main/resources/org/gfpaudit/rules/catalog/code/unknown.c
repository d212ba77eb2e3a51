#include <linux/fs.h>
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

extern gfp_t pool_gfp;

/* bad */
int insert_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, pool_gfp);
}

/* good */
int insert_ok(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, mapping_gfp_constraint(mapping, pool_gfp));
}
