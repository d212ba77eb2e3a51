/*
 * rule:     scope-unbalanced
 * shows:    conditions that change between the save and the restore, and those that do not
 * headers:  fs sched sched/mm err
 * config:   all
 */
#include <linux/err.h>
#include <linux/fs.h>
#include <linux/sched.h>
#include <linux/sched/mm.h>

int work(struct inode *inode);
void decide(struct inode *inode, bool *nested);

int changed_by_address_bad(struct inode *inode, bool nested)
{
	unsigned int flags;

	if (nested)
		flags = memalloc_nofs_save(); /* want scope-unbalanced: "is still open" */
	decide(inode, &nested);
	if (nested)
		memalloc_nofs_restore(flags); /* want scope-unbalanced: "were not saved on every way" */
	return 0;
}

int changed_by_assignment_bad(struct inode *inode, bool nested)
{
	unsigned int flags;

	if (nested)
		flags = memalloc_nofs_save(); /* want scope-unbalanced: "is still open" */
	nested = work(inode);
	if (nested)
		memalloc_nofs_restore(flags); /* want scope-unbalanced: "were not saved on every way" */
	return 0;
}

int changed_by_counting_bad(struct inode *inode, int depth)
{
	unsigned int flags;

	if (depth)
		flags = memalloc_nofs_save(); /* want scope-unbalanced: "is still open" */
	work(inode);
	depth++;
	if (depth)
		memalloc_nofs_restore(flags); /* want scope-unbalanced: "were not saved on every way" */
	return 0;
}

int changed_field_bad(struct inode *inode)
{
	unsigned int flags;

	if (inode->i_size)
		flags = memalloc_nofs_save(); /* want scope-unbalanced: "is still open" */
	inode->i_size = work(inode);
	if (inode->i_size)
		memalloc_nofs_restore(flags); /* want scope-unbalanced: "were not saved on every way" */
	return 0;
}

int another_variable_changes_ok(struct inode *inode, bool nested, bool other)
{
	unsigned int flags;

	if (nested)
		flags = memalloc_nofs_save();
	decide(inode, &other);
	other = !other;
	if (nested)
		memalloc_nofs_restore(flags); /* ok: under the condition of the save */
	return other;
}

int flag_that_says_so_ok(struct inode *inode, int mode)
{
	unsigned int flags;
	bool saved = false;

	if (mode > 3) {
		flags = memalloc_nofs_save();
		saved = true;
	}
	work(inode);
	if (saved)
		memalloc_nofs_restore(flags);
	return 0;
}

int flag_tested_twice_ok(struct inode *inode, int mode)
{
	unsigned int flags;
	bool saved = false;

	if (mode > 3) {
		flags = memalloc_nofs_save();
		saved = true;
	}
	if (saved)
		work(inode);
	if (saved)
		memalloc_nofs_restore(flags); /* ok: the flag is set where the scope is open */
	return 0;
}

int number_tested_twice_ok(struct inode *inode, int mode)
{
	unsigned int flags;
	int saved = 0;

	if (mode > 3) {
		flags = memalloc_nofs_save();
		saved = 1;
	}
	if (!saved)
		work(inode);
	if (!saved)
		return -EINVAL;
	memalloc_nofs_restore(flags); /* ok: the flag is set where the scope is open */
	return 0;
}

int reversed_flag_bad(struct inode *inode, bool saved)
{
	unsigned int flags;

	if (saved)
		flags = memalloc_nofs_save(); /* want scope-unbalanced: "is still open" */
	saved = !saved;
	if (saved)
		memalloc_nofs_restore(flags); /* want scope-unbalanced: "were not saved on every way" */
	return 0;
}

int flag_that_lies_bad(struct inode *inode, int mode)
{
	unsigned int flags;
	bool saved = true;

	if (mode > 3) {
		flags = memalloc_nofs_save(); /* want scope-unbalanced: "is still open" */
		saved = false;
	}
	work(inode);
	if (saved)
		memalloc_nofs_restore(flags); /* want scope-unbalanced: "were not saved on every way" */
	return 0;
}

/* The condition stands once: it does not tell the ways apart that meet behind it. */
int condition_that_stands_once_bad(struct inode *inode, bool nested)
{
	unsigned int flags;

	if (nested)
		flags = memalloc_nofs_save();
	work(inode);
	memalloc_nofs_restore(flags); /* want scope-unbalanced: "were not saved on every way" */
	return 0;
}

int three_conditions_ok(struct inode *inode, bool a, bool b, bool c)
{
	unsigned int first, second, third;

	if (a)
		first = memalloc_nofs_save();
	if (b)
		second = memalloc_noio_save();
	if (c)
		third = memalloc_nofs_save();
	work(inode);
	if (c)
		memalloc_nofs_restore(third);
	if (b)
		memalloc_noio_restore(second);
	if (a)
		memalloc_nofs_restore(first); /* ok: all ways are told apart */
	return 0;
}

int four_conditions_bad(struct inode *inode, bool a, bool b, bool c, bool d)
{
	unsigned int first, second, third, fourth;

	if (a)
		first = memalloc_nofs_save();
	if (b)
		second = memalloc_noio_save();
	if (c)
		third = memalloc_nofs_save();
	if (d)
		fourth = memalloc_noio_save(); /* want scope-unbalanced: "is still open" */
	work(inode);
	if (!d)
		memalloc_noio_restore(fourth); /* want scope-unbalanced: "were not saved on every way" */
	if (c)
		memalloc_nofs_restore(third);
	if (b)
		memalloc_noio_restore(second);
	if (a)
		memalloc_nofs_restore(first);
	return 0;
}

/* The cookie comes from outside or stays for ever: who closes is not seen. */
int parameter_ok(struct inode *inode, unsigned int flags)
{
	flags = memalloc_nofs_save();
	if (work(inode))
		return -EIO;
	memalloc_nofs_restore(flags);
	return 0;
}

int static_ok(struct inode *inode)
{
	static unsigned int flags;

	flags = memalloc_nofs_save();
	if (work(inode))
		return -EIO;
	memalloc_nofs_restore(flags);
	return 0;
}

int never_restored_ok(struct inode *inode)
{
	unsigned int flags = memalloc_nofs_save(); /* ok: no restore at all, so it is meant */

	return work(inode);
}

int unreadable_ok(struct inode *inode)
{
	unsigned int flags = memalloc_nofs_save();

	flags @ = $ inode;
	if (work(inode))
		return -EIO; /* ok: the text above may have done anything to the cookie */
	memalloc_nofs_restore(flags);
	return 0;
}

#if 0
int never_compiled_ok(struct inode *inode)
{
	unsigned int flags = memalloc_nofs_save();

	if (work(inode))
		return -EIO; /* ok: no configuration holds this */
	memalloc_nofs_restore(flags);
	return 0;
}
#endif
