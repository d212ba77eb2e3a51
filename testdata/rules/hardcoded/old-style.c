/*
 * rule:     hardcoded
 * shows:    K&R definitions, attributes and nested declarators
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

static int old_head(page, mapping, gfp)
	struct page *page;
	struct address_space *mapping;
	gfp_t gfp;
{
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* step A */ /* verdict passthrough */
}

int old_head_bad(page, mapping)
	struct page *page;
	struct address_space *mapping;
{
	return old_head(page, mapping, GFP_KERNEL); /* want hardcoded [A]: "GFP_KERNEL" */
}

static noinline __attribute__((cold)) int __must_check attributed_bad(struct page *page,
	struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int (*chooser_bad(struct page *page, struct address_space *mapping))(struct page *)
{
	if (add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL)) /* want hardcoded: "GFP_KERNEL" */
		return NULL;
	return (void *)attributed_bad;
}

EXPORT_SYMBOL(add_to_page_cache_lru); /* ok: an export is no call */
extern int add_to_page_cache_lru(struct page *page, struct address_space *mapping, pgoff_t index, gfp_t gfp); /* ok: a declaration is no call */

int (*const by_pointer)(struct page *, struct address_space *, pgoff_t, gfp_t) =
	add_to_page_cache_lru; /* ok: the address is taken, nothing is called */
