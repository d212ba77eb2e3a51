/*
 * rule:     hardcoded
 * shows:    readpages_get_pages of a network file system, two sites, before the fix
 * headers:  pagemap
 * config:   all
 * kernel:   3.18
 * names:    real
 */
#include <linux/pagemap.h>

struct cifs_readdata {
	unsigned int room;
	struct list_head taken;
};

/* The sibling on the same way obeys the mapping. */
int __cifs_readpages_from_fscache(struct inode *inode, struct list_head *pages)
{
	gfp_t gfp = mapping_gfp_mask(inode->i_mapping);

	return list_empty(pages) || !alloc_pages(gfp, 0) ? -ENOMEM : 0;
}

static bool cifs_has_room(const struct cifs_readdata *rdata, unsigned int used)
{
	return used + PAGE_SIZE <= rdata->room;
}

static int
readpages_get_pages(struct address_space *mapping, struct list_head *pages,
		    struct cifs_readdata *rdata, unsigned int *bytes)
{
	struct page *page = mini_entry(pages->prev, struct page, lru), *next;
	pgoff_t expected = page->index + 1;
	int rc = add_to_page_cache_locked(page, mapping, page->index, GFP_KERNEL); /* want hardcoded (warning): "GFP_KERNEL" */

	if (rc)
		return rc;
	list_add(&page->lru, &rdata->taken);
	*bytes = PAGE_SIZE;
	list_for_each_entry_safe(page, next, pages, lru) {
		if (page->index != expected || !cifs_has_room(rdata, *bytes))
			break;
		if (add_to_page_cache_locked(page, mapping, page->index, /* want hardcoded (warning): "GFP_KERNEL" */
					     GFP_KERNEL))
			break;
		list_add(&page->lru, &rdata->taken);
		*bytes += PAGE_SIZE;
		expected++;
	}
	return 0;
}

int cifs_readpages(struct file *file, struct address_space *mapping,
		   struct list_head *pages, unsigned int count)
{
	struct cifs_readdata rdata = { .room = 16 * PAGE_SIZE };
	unsigned int bytes = 0;
	int rc = __cifs_readpages_from_fscache(mapping->host, pages);

	while (rc && !list_empty(pages)) {
		rc = readpages_get_pages(mapping, pages, &rdata, &bytes);
		if (rc)
			break;
	}
	return rc;
}
