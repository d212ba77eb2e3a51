#ifndef MINI_MM_H
#define MINI_MM_H

#include <linux/gfp.h>
#include <linux/mm_types.h>

void put_page(struct page *page);
#define page_cache_release(page) put_page(page)

#endif
