#include <linux/pagemap.h>
#include "compat.h"

int pond_read(struct address_space *mapping, struct page *page, pgoff_t index)
{
	return add_to_page_cache_lru(page, mapping, index, POND_GFP(mapping));
}
