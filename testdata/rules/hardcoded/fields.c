/*
 * rule:     hardcoded
 * shows:    the mask rests in a field: whoever sets the field answers for it
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct walk {
	struct address_space *mapping;
	gfp_t gfp;
	pgoff_t index;
};

struct other_walk {
	gfp_t gfp;
};

struct holder {
	struct walk walk;
	struct walk *next;
};

static struct page *walk_page(struct walk *walk)
{
	return find_or_create_page(walk->mapping, walk->index, walk->gfp); /* step A */ /* verdict passthrough */
}

static struct page *held_page(struct holder *holder)
{
	return find_or_create_page(holder->walk.mapping, 0, holder->next->gfp); /* verdict passthrough */
}

struct page *assigned_bad(struct inode *inode, struct walk *walk)
{
	walk->mapping = inode->i_mapping;
	walk->gfp = GFP_KERNEL; /* want hardcoded [A]: "GFP_KERNEL" */
	return walk_page(walk);
}

struct page *designated_bad(struct inode *inode)
{
	struct walk walk = {
		.mapping = inode->i_mapping,
		.gfp = GFP_KERNEL, /* want hardcoded [A]: "GFP_KERNEL" */
	};

	return walk_page(&walk);
}

struct page *positional_bad(struct inode *inode)
{
	struct walk walk = { inode->i_mapping, GFP_USER, 3 }; /* want hardcoded [A]: "GFP_USER" */

	return walk_page(&walk);
}

struct page *compound_literal_bad(struct inode *inode)
{
	return walk_page(&(struct walk){
		.mapping = inode->i_mapping,
		.gfp = GFP_HIGHUSER, /* want hardcoded [A]: "GFP_HIGHUSER" */
	});
}

struct page *through_holder_bad(struct holder *holder)
{
	holder->walk.gfp = GFP_KERNEL; /* want hardcoded: "GFP_KERNEL" */
	return held_page(holder);
}

struct page *weaker_bad(struct walk *walk)
{
	walk->gfp = GFP_NOFS | __GFP_NOWARN; /* want hardcoded-nofs [A]: "GFP_NOFS" */
	return walk_page(walk);
}

struct page *set_ok(struct inode *inode, struct walk *walk)
{
	walk->mapping = inode->i_mapping;
	walk->gfp = mapping_gfp_mask(inode->i_mapping); /* verdict derived origin */
	return walk_page(walk);
}

/* The same name in another type is another field. */
void other_type_ok(struct other_walk *walk)
{
	walk->gfp = GFP_KERNEL; /* ok: nothing is allocated with it */
}
