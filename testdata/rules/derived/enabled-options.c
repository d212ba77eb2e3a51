/*
 * rule:     derived
 * shows:    what #ifdef decides of an option, IS_ENABLED() of it is too
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

int silent_weir_ok(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_mask(mapping);

	if (IS_ENABLED(CONFIG_WEIR))
		return 0;
#ifdef CONFIG_WEIR
	gfp = GFP_KERNEL;
#endif
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* verdict derived */
}

/* An option that is not defined can be a module. */
int modular_weir_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_mask(mapping);

	if (IS_ENABLED(CONFIG_WEIR))
		gfp = GFP_KERNEL;
#ifdef CONFIG_WEIR
	gfp = mapping_gfp_mask(mapping);
#endif
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want partial: "GFP_KERNEL" */
}
