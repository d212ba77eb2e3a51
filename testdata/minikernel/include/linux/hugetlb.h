#ifndef MINI_HUGETLB_H
#define MINI_HUGETLB_H

#include <linux/pagemap.h>

int hugetlb_add_to_page_cache(struct folio *folio, struct address_space *mapping,
			      pgoff_t index);

#endif
