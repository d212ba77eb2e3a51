/*
 * rule:     hardcoded
 * shows:    ext4_mpage_readpages, on the same way as read_pages, before the fix
 * headers:  mpage
 * config:   all
 * kernel:   3.18
 * names:    real
 */
#include <linux/mpage.h>

struct ext4_map_blocks {
	sector_t m_lblk;
	unsigned int m_len;
};

static bool ext4_is_mapped(const struct ext4_map_blocks *map, pgoff_t index)
{
	return index >= map->m_lblk && index < map->m_lblk + map->m_len;
}

int ext4_mpage_readpages(struct address_space *mapping, struct list_head *pages,
			 struct page *page, unsigned int nr_pages)
{
	struct ext4_map_blocks map = { .m_len = 0 };

	for (; nr_pages; nr_pages--) {
		if (pages) {
			page = mini_entry(pages->prev, struct page, lru);
			list_del(&page->lru);
			if (add_to_page_cache_lru(page, mapping, /* want hardcoded (warning): "GFP_KERNEL" */
						  page->index, GFP_KERNEL))
				goto next_page;
		}
		if (ext4_is_mapped(&map, page->index))
			page->private = map.m_lblk;
		unlock_page(page);
next_page:
		if (pages)
			put_page(page);
	}
	return 0;
}

int ext4_readpage(struct file *file, struct page *page)
{
	return ext4_mpage_readpages(page->mapping, NULL, page, 1);
}

int ext4_readpages(struct file *file, struct address_space *mapping,
		   struct list_head *pages, unsigned int nr_pages)
{
	return ext4_mpage_readpages(mapping, pages, NULL, nr_pages);
}
