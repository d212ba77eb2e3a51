/*
 * rule:     hardcoded
 * shows:    old-style initialisers and tables of structs set fields too
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct class {
	const char *name;
	gfp_t class_gfp;
};

static const struct class classes[] = {
	{ .name = "calm", .class_gfp = GFP_NOWAIT }, /* want hardcoded-weak: "GFP_NOWAIT" */
	{ .name = "bold", .class_gfp = GFP_KERNEL }, /* want hardcoded: "GFP_KERNEL" */
	{ name: "old", class_gfp: GFP_NOFS }, /* want hardcoded-nofs: "GFP_NOFS" */
};

int class_page(struct page *page, struct address_space *mapping, int which)
{
	const struct class *class = &classes[which];

	return add_to_page_cache_lru(page, mapping, 0, class->class_gfp); /* verdict passthrough */
}
