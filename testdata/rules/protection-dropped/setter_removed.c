/*
 * rule:     protection-dropped
 * shows:    the setter of a mapping goes, or takes less out, and calls far away relied on it
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

void set_up_bad(struct inode *inode)
{
	gfp_t gfp = mapping_gfp_mask(inode->i_mapping);

	inode->i_flags = gfp;
	/* want+1 protection-dropped (error) [B]: "^__GFP_FS can be used again with mappings of fs/sample: mapping_set_gfp_mask\(inode->i_mapping, gfp & ~__GFP_FS\) in set_up_bad\(\) \(fs/sample/setter_removed\.c:\d+\) kept it out, and is gone$" */
	/* before: mapping_set_gfp_mask(inode->i_mapping, gfp & ~__GFP_FS); */
}

struct page *unstuff_ok(struct inode *inode)
{
	return grab_cache_page(inode->i_mapping, 0); /* step B */
}

/* The bit stays out, by another mask. */
void set_up_otherwise_ok(struct inode *inode)
{
	mapping_set_gfp_mask(inode->i_mapping, GFP_NOIO); /* before: mapping_set_gfp_mask(inode->i_mapping, GFP_NOIO | __GFP_NOWARN); */
}

/* A setter that goes to a helper of the same file system is there as before. */
static void no_fs_at_all(struct inode *inode)
{
	mapping_set_gfp_mask(inode->i_mapping, GFP_ATOMIC); /* before: inode->i_flags = 0; */
}

void set_up_elsewhere_ok(struct inode *inode)
{
	no_fs_at_all(inode); /* before: mapping_set_gfp_mask(inode->i_mapping, GFP_ATOMIC); */
}

/* It is there, and leaves the bit. */
void set_up_weaker_bad(struct inode *inode)
{
	/* want+1 protection-dropped (warning): "^__GFP_IO can be used again with mappings of fs/sample: .* in set_up_weaker_bad\(\) .* kept it out, and no longer takes it out$" */
	mapping_set_gfp_mask(inode->i_mapping, GFP_NOFS | __GFP_COMP); /* before: mapping_set_gfp_mask(inode->i_mapping, GFP_NOIO | __GFP_COMP); */
}

/* It is there, and no longer for all. */
void set_up_some_bad(struct inode *inode, int is_special)
{
	if (is_special) /* before: */
		/* want+1 protection-dropped (error): "^__GFP_FS can be used again with mappings of fs/sample for which 'is_special' does not hold: mapping_set_gfp_mask\(inode->i_mapping, GFP_NOFS \| __GFP_HIGHMEM\) in set_up_some_bad\(\) .* kept it out, and stands under a new condition$" */
		mapping_set_gfp_mask(inode->i_mapping, GFP_NOFS | __GFP_HIGHMEM);
}
