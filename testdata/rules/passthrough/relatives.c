/*
 * rule:     passthrough
 * shows:    functions that hand their mask on are sinks themselves
 * headers:  pagemap buffer_head
 * config:   all
 */
#include <linux/buffer_head.h>

struct page *middle(struct address_space *mapping, pgoff_t index, gfp_t gfp)
{
	return find_or_create_page(mapping, index, gfp | __GFP_ZERO); /* step B */ /* verdict passthrough */
}

struct page *outer(gfp_t gfp, struct inode *inode)
{
	return middle(inode->i_mapping, 0, gfp); /* step A */ /* verdict passthrough origin */
}

struct page *far_away_bad(struct inode *inode)
{
	return outer(GFP_KERNEL, inode); /* want hardcoded [A B]: "GFP_KERNEL" */
}

struct page *far_away_ok(struct inode *inode)
{
	return outer(mapping_gfp_mask(inode->i_mapping), inode); /* verdict derived origin */
}

/* A mask and something else of type gfp_t: only the third goes to the page cache. */
struct page *two_masks(struct address_space *mapping, gfp_t node, gfp_t page)
{
	if (!alloc_page(node))
		return NULL;
	return find_or_create_page(mapping, 0, page); /* verdict passthrough */
}

struct page *first_mask_does_not_matter_ok(struct address_space *mapping)
{
	return two_masks(mapping, GFP_KERNEL, mapping_gfp_mask(mapping)); /* verdict derived origin */
}

struct page *either(struct address_space *mapping, gfp_t gfp, bool weak)
{
	if (weak)
		gfp &= ~(__GFP_FS | __GFP_IO);
	return find_or_create_page(mapping, 0, gfp); /* verdict passthrough */
}

struct page *either_bad(struct address_space *mapping, bool weak)
{
	return either(mapping, GFP_KERNEL, weak); /* want hardcoded: "GFP_KERNEL" */
}

struct page *variadic(struct address_space *mapping, gfp_t gfp, ...)
{
	return find_or_create_page(mapping, 0, gfp); /* verdict passthrough */
}

struct page *variadic_bad(struct address_space *mapping)
{
	return variadic(mapping, GFP_USER, 1, 2, 3); /* want hardcoded: "GFP_USER" */
}
