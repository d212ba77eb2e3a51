/*
 * rule:     weaker-than-needed
 * shows:    a mapping of another file system does not count
 * headers:  pagemap slab
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/slab.h>

struct snail {
	struct page *page;
};

struct snail *snail_new_bad(struct address_space *mapping)
{
	struct snail *snail = kmalloc(sizeof(*snail), GFP_KERNEL);

	snail->page = find_or_create_page(mapping, 0, GFP_NOFS); /* want weaker-than-needed: "GFP_NOFS" */ /* want hardcoded-nofs: "GFP_NOFS" */
	return snail;
}
