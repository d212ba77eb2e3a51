/*
 * rule:     hardcoded-weak
 * shows:    a lookup that does not wait for locks, with a mask that sleeps
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct page *get_without_waiting_bad(struct address_space *mapping)
{
	return pagecache_get_page(mapping, 0, FGP_CREAT | FGP_LOCK | FGP_NOWAIT, GFP_KERNEL); /* want hardcoded-weak: "GFP_KERNEL" */
}

struct page *get_without_fs_bad(struct address_space *mapping)
{
	return pagecache_get_page(mapping, 0, FGP_CREAT | FGP_NOFS, GFP_KERNEL); /* want hardcoded-nofs: "GFP_KERNEL" */
}
