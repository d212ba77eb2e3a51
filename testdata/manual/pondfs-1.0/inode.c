#include <linux/pagemap.h>
#include "compat.h"

static struct page *pond_table_page(struct inode *inode, pgoff_t index)
{
	return pond_find_or_create(inode->i_mapping, index);
}

#ifdef POND_HAS_FOLIOS
static struct folio *pond_folio(struct inode *inode, pgoff_t index)
{
	return __filemap_get_folio(inode->i_mapping, index, FGP_LOCK | FGP_CREAT, GFP_NOFS);
}
#endif
