/*
 * rule:     hardcoded
 * shows:    a page that its file puts into no mapping is kept by who allocates it
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct page *tank_spare_bad(void)
{
	return __page_cache_alloc(GFP_KERNEL); /* want hardcoded (note): "GFP_KERNEL" */
}
