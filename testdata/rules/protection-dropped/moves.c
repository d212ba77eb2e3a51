/*
 * rule:     protection-dropped
 * shows:    an allocation goes into a function that is new, or gets its mask from the callers now
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

/* The new function asks the mapping, which nobody restricts. */
static struct page *new_helper_bad(struct inode *inode) /* before: */
{ /* before: */
	/* verdict+2 derived */
	/* want+1 protection-dropped (error): "^__GFP_FS can be used again in new_helper_bad\(\), which calls find_or_create_page\(\): the mask GFP_NOFS \(.*\) kept it out" */
	return find_or_create_page(inode->i_mapping, 0, mapping_gfp_mask(inode->i_mapping)); /* before: */
} /* before: */

struct page *split(struct inode *inode)
{
	return new_helper_bad(inode); /* before: return find_or_create_page(inode->i_mapping, 0, GFP_NOFS); */
}

/* The new function is as strict. */
static struct page *new_strict_bad(struct inode *inode) /* before: */
{ /* before: */
	/* want+1 hardcoded-nofs (warning): "reaches find_or_create_page\(\) in new_strict_bad" */
	return find_or_create_page(inode->i_mapping, 2, GFP_NOFS | __GFP_NOWARN); /* before: */
} /* before: */

struct page *split_strict(struct inode *inode)
{
	return new_strict_bad(inode); /* before: return find_or_create_page(inode->i_mapping, 2, GFP_NOFS | __GFP_NOWARN); */
}

/* The mask is handed in, and one caller has more. */
static struct page *handed(struct address_space *mapping, gfp_t gfp) /* before: static struct page *handed(struct address_space *mapping) */
{
	/* verdict+1 passthrough */
	return find_or_create_page(mapping, 3, gfp); /* before: return find_or_create_page(mapping, 3, GFP_NOFS | __GFP_COMP); */
}

struct page *hands_more_bad(struct inode *inode)
{
	/* want+2 protection-dropped (error): "^__GFP_FS can be used again in hands_more_bad\(\), .*: the mask GFP_NOFS or __GFP_COMP \(.*\) kept it out" */
	/* verdict+1 derived origin */
	return handed(inode->i_mapping, mapping_gfp_mask(inode->i_mapping)); /* before: return handed(inode->i_mapping); */
}

struct page *hands_the_same_bad(struct inode *inode)
{
	/* want+1 hardcoded-nofs (warning): "reaches find_or_create_page\(\) in hands_the_same_bad" */
	return handed(inode->i_mapping, GFP_NOFS | __GFP_COMP); /* before: return handed(inode->i_mapping); */
}
