#ifndef MINI_MPAGE_H
#define MINI_MPAGE_H

#include <linux/pagemap.h>

typedef int get_block_t(struct inode *inode, sector_t block, void *result,
			int create);

int mpage_readpages(struct address_space *mapping, struct list_head *pages,
		    unsigned int count, get_block_t *get_block);

#endif
