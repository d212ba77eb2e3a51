/*
 * rule:     passthrough
 * shows:    what a relative is handed waits in local variables of its caller
 * headers:  pagemap sched/mm
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

static struct page *raise(struct address_space *mapping, pgoff_t index, int fgp, gfp_t gfp)
{
	return pagecache_get_page(mapping, index, fgp, gfp); /* verdict passthrough */
}

static gfp_t with_more(gfp_t gfp, gfp_t more)
{
	return gfp | more;
}

static gfp_t only_of(struct inode *inode, gfp_t wish)
{
	return mapping_gfp_constraint(inode->i_mapping, wish);
}

struct page *nothing_is_created_ok(struct address_space *mapping)
{
	int fgp = FGP_LOCK;

	return raise(mapping, 0, fgp, GFP_KERNEL); /* verdict hardcoded-weak origin */
}

struct page *something_is_created_bad(struct address_space *mapping)
{
	int fgp = FGP_LOCK | FGP_CREAT;

	return raise(mapping, 0, fgp, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

struct page *mapping_in_a_local_bad(struct inode *dir, struct inode *inode)
{
	struct address_space *to = inode->i_mapping;

	return raise(to, 0, FGP_CREAT, mapping_gfp_mask(dir->i_mapping)); /* want wrong-mapping: "dir->i_mapping" */
}

struct page *argument_of_a_helper_bad(struct inode *inode)
{
	gfp_t more = __GFP_FS;
	gfp_t gfp = with_more(GFP_NOFS, more);

	return raise(inode->i_mapping, 0, FGP_CREAT, gfp); /* want hardcoded: "__GFP_FS" */
}

struct page *wish_in_a_local_ok(struct inode *inode)
{
	gfp_t wish = GFP_KERNEL;

	return raise(inode->i_mapping, 0, FGP_CREAT, only_of(inode, wish)); /* verdict derived origin */
}

struct page *inode_in_a_local_bad(struct inode *dir, struct inode *inode)
{
	struct inode *from = dir;

	return raise(inode->i_mapping, 0, FGP_CREAT, only_of(from, GFP_KERNEL)); /* want wrong-mapping: "dir->i_mapping" */
}

struct page *by_a_conditional_bad(struct inode *inode, bool strong)
{
	gfp_t much = GFP_KERNEL, little = GFP_NOWAIT;
	gfp_t gfp = strong ? much : little;

	return raise(inode->i_mapping, 0, FGP_CREAT, gfp); /* want hardcoded: "GFP_KERNEL" */
}

struct page *by_the_other_side_bad(struct inode *inode, bool weak)
{
	gfp_t much = GFP_KERNEL, little = GFP_NOWAIT;
	gfp_t gfp = weak ? little : much;

	return raise(inode->i_mapping, 0, FGP_CREAT, gfp); /* want hardcoded: "GFP_KERNEL" */
}

struct page *by_a_table_bad(struct inode *inode, int n)
{
	gfp_t table[] = { GFP_NOWAIT, GFP_KERNEL };
	gfp_t gfp = table[n];

	return raise(inode->i_mapping, 0, FGP_CREAT, gfp); /* want hardcoded: "GFP_KERNEL" */
}

struct page *by_a_chain_of_assignments_bad(struct inode *inode)
{
	gfp_t first, second, source = GFP_KERNEL;

	first = second = source;
	return raise(inode->i_mapping, 0, FGP_CREAT, first | second); /* want hardcoded: "GFP_KERNEL" */
}

struct page *by_a_statement_expression_bad(struct inode *inode)
{
	gfp_t source = GFP_KERNEL;
	gfp_t gfp = ({ gfp_t copy = source; copy; });

	return raise(inode->i_mapping, 0, FGP_CREAT, gfp); /* want hardcoded: "GFP_KERNEL" */
}

struct page *by_read_once_bad(struct inode *inode)
{
	gfp_t source = GFP_KERNEL;
	gfp_t gfp = READ_ONCE(source);

	return raise(inode->i_mapping, 0, FGP_CREAT, gfp); /* want hardcoded: "GFP_KERNEL" */
}

struct page *by_a_cast_bad(struct inode *inode)
{
	unsigned long source = (unsigned long)GFP_KERNEL;
	gfp_t gfp = (gfp_t)source;

	return raise(inode->i_mapping, 0, FGP_CREAT, gfp); /* want hardcoded: "GFP_KERNEL" */
}

static int put_in_scope(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	unsigned int nofs = memalloc_nofs_save();
	int error = add_to_page_cache_lru(page, mapping, 0, gfp); /* verdict passthrough */

	memalloc_nofs_restore(nofs);
	return error;
}

int scope_below_ok(struct page *page, struct address_space *mapping)
{
	return put_in_scope(page, mapping, GFP_KERNEL); /* verdict scoped origin */
}

static int put_plainly(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* verdict passthrough */
}

static int put_in_between(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	unsigned int nofs = memalloc_nofs_save();
	int error = put_plainly(page, mapping, gfp); /* verdict passthrough origin */

	memalloc_nofs_restore(nofs);
	return error;
}

int scope_in_between_ok(struct page *page, struct address_space *mapping)
{
	return put_in_between(page, mapping, GFP_KERNEL); /* verdict scoped origin */
}

int scope_here_and_below_ok(struct page *page, struct address_space *mapping)
{
	unsigned int noio = memalloc_noio_save();
	int error = put_in_between(page, mapping, GFP_KERNEL); /* verdict scoped origin */

	memalloc_noio_restore(noio);
	return error;
}

static int put_outside_first(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	unsigned int nofs;
	int error = add_to_page_cache_lru(page, mapping, 0, gfp); /* verdict passthrough */

	nofs = memalloc_nofs_save();
	if (error)
		error = add_to_page_cache_lru(page, mapping, 1, gfp); /* verdict passthrough */
	memalloc_nofs_restore(nofs);
	return error;
}

/* One way below has a scope and one has none: the worst counts. */
int worst_of_two_ways_bad(struct page *page, struct address_space *mapping)
{
	return put_outside_first(page, mapping, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}
