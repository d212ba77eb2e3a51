/*
 * rule:     hardcoded
 * shows:    a helper and its stub belong to different configurations, and so do their masks
 * headers:  pagemap
 * config:   all
 */
#include <linux/shoal.h>

#ifdef CONFIG_SHOAL_HUGE
gfp_t shoal_huge_gfp(struct inode *inode)
{
	return GFP_TRANSHUGE;
}
#endif

int shoal_read_ok(struct page *page, struct inode *inode)
{
	gfp_t gfp = mapping_gfp_mask(inode->i_mapping);
	gfp_t huge = shoal_limit(shoal_huge_gfp(inode), gfp);

	return add_to_page_cache_lru(page, inode->i_mapping, 0, huge); /* noise hardcoded-weak: "GFP_TRANSHUGE" -- the 0 of the stub counts as a mask of its own beside that of the mapping */
}
