/*
 * rule:     hardcoded
 * shows:    masks that change from turn to turn
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

int stronger_on_retry_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = GFP_NOWAIT;
	int error;

	do {
		error = add_to_page_cache_lru(page, mapping, 0, gfp); /* want hardcoded [A]: "add_to_page_cache_lru" */
		gfp = GFP_KERNEL; /* step A */
	} while (error == -ENOMEM);
	return error;
}

int every_turn_bad(struct list_head *pages, struct address_space *mapping)
{
	struct page *page, *next;
	int error = 0;

	list_for_each_entry_safe(page, next, pages, lru)
		error |= add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
	return error;
}

int weaker_each_turn_ok(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_mask(mapping);
	int turn, error = -ENOMEM;

	for (turn = 0; turn < 3 && error; turn++) {
		error = add_to_page_cache_lru(page, mapping, turn, gfp); /* verdict derived */
		gfp &= ~__GFP_DIRECT_RECLAIM;
	}
	return error;
}

int fetched_each_turn_ok(struct list_head *pages, struct inode *inode)
{
	struct page *page;

	list_for_each_entry(page, pages, lru) {
		gfp_t gfp = mapping_gfp_mask(inode->i_mapping);

		if (add_to_page_cache_lru(page, inode->i_mapping, page->index, gfp)) /* verdict derived */
			continue;
		if (page->index > 9)
			break;
	}
	return 0;
}

int swapped_for_ever_bad(struct page *page, struct address_space *mapping)
{
	gfp_t now = GFP_NOFS, later = GFP_KERNEL, last; /* step B */

	while (add_to_page_cache_lru(page, mapping, 0, now)) { /* want hardcoded [B]: "add_to_page_cache_lru" */
		last = now;
		now = later;
		later = last;
	}
	return 0;
}
