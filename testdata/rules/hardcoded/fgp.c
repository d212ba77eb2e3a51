/*
 * rule:     hardcoded
 * shows:    what the FGP flags of a call do to its mask
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

#define CREATE (FGP_LOCK | FGP_CREAT)

struct page *created_bad(struct inode *inode, pgoff_t index)
{
	return pagecache_get_page(inode->i_mapping, index, /* want hardcoded: "GFP_KERNEL" */
				  FGP_LOCK | FGP_CREAT, GFP_KERNEL);
}

struct folio *created_by_macro_bad(struct inode *inode, pgoff_t index)
{
	return __filemap_get_folio(inode->i_mapping, index, CREATE, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

struct page *only_found_ok(struct inode *inode, pgoff_t index)
{
	return pagecache_get_page(inode->i_mapping, index, FGP_LOCK, GFP_KERNEL); /* verdict hardcoded-weak */
}

struct page *only_found_with_zero_ok(struct inode *inode, pgoff_t index)
{
	return pagecache_get_page(inode->i_mapping, index, FGP_ACCESSED, 0); /* verdict hardcoded-weak */
}

struct page *nofs_flag_bad(struct inode *inode, pgoff_t index)
{
	return pagecache_get_page(inode->i_mapping, index, /* want hardcoded-nofs: "GFP_KERNEL" */
				  FGP_LOCK | FGP_CREAT | FGP_NOFS, GFP_KERNEL);
}

struct page *nowait_flag_bad(struct inode *inode, pgoff_t index)
{
	return pagecache_get_page(inode->i_mapping, index, /* want hardcoded-weak: "GFP_KERNEL" */
				  FGP_LOCK | FGP_CREAT | FGP_NOWAIT, GFP_KERNEL);
}

struct page *nofs_flag_ok(struct inode *inode, pgoff_t index)
{
	return pagecache_get_page(inode->i_mapping, index, /* verdict derived */
				  FGP_LOCK | FGP_WRITE | FGP_CREAT | FGP_NOFS,
				  mapping_gfp_mask(inode->i_mapping));
}

static struct page *get(struct inode *inode, pgoff_t index, int fgp, gfp_t gfp)
{
	return pagecache_get_page(inode->i_mapping, index, fgp, gfp); /* step A */ /* verdict passthrough */
}

struct page *flags_as_parameter_bad(struct inode *inode, pgoff_t index)
{
	return get(inode, index, FGP_LOCK | FGP_CREAT, GFP_KERNEL); /* want hardcoded [A]: "GFP_KERNEL" */
}

struct page *flags_as_parameter_nofs_bad(struct inode *inode, pgoff_t index)
{
	return get(inode, index, FGP_CREAT | FGP_LOCK | FGP_NOFS, GFP_KERNEL); /* want hardcoded-nofs [A]: "GFP_KERNEL" */
}

struct page *flags_as_parameter_none_ok(struct inode *inode, pgoff_t index)
{
	return get(inode, index, FGP_LOCK, GFP_KERNEL); /* verdict hardcoded-weak origin */
}

struct page *flags_in_local_bad(struct inode *inode, pgoff_t index, bool create)
{
	int fgp = FGP_LOCK;

	if (create)
		fgp |= FGP_CREAT;
	return pagecache_get_page(inode->i_mapping, index, fgp, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

struct page *nofs_on_one_path_bad(struct inode *inode, pgoff_t index, bool careful)
{
	int fgp = FGP_LOCK | FGP_CREAT | (careful ? FGP_NOFS : 0);

	return pagecache_get_page(inode->i_mapping, index, fgp, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

#define FGP_SHORE	(FGP_LOCK | FGP_CREAT)
#define FGP_LOOK	(FGP_LOCK | FGP_ACCESSED)

/* Named like a flag, but made of flags. */
struct page *composed_flag_bad(struct inode *inode, pgoff_t index)
{
	return pagecache_get_page(inode->i_mapping, index, FGP_SHORE, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

struct page *composed_flag_ok(struct inode *inode, pgoff_t index)
{
	return pagecache_get_page(inode->i_mapping, index, FGP_LOOK, GFP_KERNEL); /* verdict hardcoded-weak */
}

struct page *flags_of_somebody_bad(struct inode *inode, pgoff_t index)
{
	return pagecache_get_page(inode->i_mapping, index, flags_of_somebody(), GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

/* FGP_NOFS is only there where the caller wants it. */
struct page *nofs_flag_of_the_caller_bad(struct inode *inode, pgoff_t index)
{
	int how = flags_of_somebody();

	return pagecache_get_page(inode->i_mapping, index, FGP_CREAT | (how & FGP_NOFS), GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}
