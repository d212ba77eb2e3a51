/*
 * rule:     hardcoded
 * shows:    a macro that sets a field of its argument: whose field it is, only the use can tell
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct tree_root {
	unsigned int height;
	gfp_t tree_mask;
	void *node;
};

struct fetch {
	gfp_t tree_mask;
	pgoff_t index;
};

#define INIT_TREE(root, mask)                                                  \
	do {                                                                   \
		(root)->height = 0;                                            \
		(root)->tree_mask = (mask); /* verdict passthrough origin */   \
		(root)->node = NULL;                                           \
	} while (0)

#define INIT_FETCH(fetch, mask) ((fetch)->tree_mask = (mask)) /* verdict passthrough origin */

struct page *fetch_page(struct fetch *fetch, struct inode *inode)
{
	return find_or_create_page(inode->i_mapping, fetch->index, fetch->tree_mask); /* step A */ /* verdict passthrough */
}

void open_fetch_bad(struct fetch *fetch)
{
	INIT_FETCH(fetch, GFP_KERNEL); /* want hardcoded [A]: "GFP_KERNEL" */
}

void open_tree_ok(struct tree_root *root)
{
	INIT_TREE(root, GFP_KERNEL); /* noise hardcoded: "GFP_KERNEL" -- the argument's type is not asked, so any field of that name will do */
}
