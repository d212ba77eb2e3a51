/*
 * rule:     hardcoded
 * shows:    an object in a directory below, inside ifndef
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

int reef_plain_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded @(CONFIG_REEF_FS && CONFIG_REEF_PLAIN && !CONFIG_REEF_PACK): "GFP_KERNEL" */
}
