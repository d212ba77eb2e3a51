/*
 * rule:     scope-unbalanced
 * shows:    what a condition names are variables, and not words
 * headers:  fs sched sched/mm err
 * config:   all
 */
#include <linux/err.h>
#include <linux/fs.h>
#include <linux/sched.h>
#include <linux/sched/mm.h>

int work(struct inode *inode);

void other_variable_of_one_name_ok(struct inode *inode, bool nested)
{
	unsigned int flags;

	if (nested)
		flags = memalloc_nofs_save();
	{
		bool nested = work(inode);

		if (nested)
			work(inode);
	}
	if (nested)
		memalloc_nofs_restore(flags); /* ok: nothing has set the outer variable */
}

void other_field_of_one_name_ok(struct inode *inode, struct inode *mode)
{
	unsigned int flags;

	if (inode->i_sb->mode)
		flags = memalloc_nofs_save();
	mode = inode;
	if (inode->i_sb->mode)
		memalloc_nofs_restore(flags); /* ok: the field is not the variable of its name */
}

void field_is_set_bad(struct inode *inode)
{
	unsigned int flags;

	if (inode->i_ino & 1)
		flags = memalloc_nofs_save(); /* want scope-unbalanced: "still open" */
	inode->i_ino = work(inode);
	if (inode->i_ino & 1)
		memalloc_nofs_restore(flags); /* want scope-unbalanced: "memalloc_nofs_restore\(\)" */
}

void base_is_set_bad(struct inode *inode, struct inode *other)
{
	unsigned int flags;

	if (inode->i_ino & 1)
		flags = memalloc_nofs_save(); /* want scope-unbalanced: "still open" */
	inode = other;
	if (inode->i_ino & 1)
		memalloc_nofs_restore(flags); /* want scope-unbalanced: "memalloc_nofs_restore\(\)" */
}

void pointee_is_counted_bad(struct inode *inode, int *count)
{
	unsigned int flags;

	if (*count)
		flags = memalloc_nofs_save(); /* want scope-unbalanced: "still open" */
	(*count)--;
	if (*count)
		memalloc_nofs_restore(flags); /* want scope-unbalanced: "memalloc_nofs_restore\(\)" */
}

void element_is_set_bad(struct inode *inode, int *counts, int i)
{
	unsigned int flags;

	if (counts[i])
		flags = memalloc_nofs_save(); /* want scope-unbalanced: "still open" */
	counts[i] = work(inode);
	if (counts[i])
		memalloc_nofs_restore(flags); /* want scope-unbalanced: "memalloc_nofs_restore\(\)" */
}
