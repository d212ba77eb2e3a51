/*
 * rule:     scope-unbalanced
 * shows:    scopes that are closed on every path, and scopes that are not
 * headers:  fs sched sched/mm err
 * config:   all
 */
#include <linux/err.h>
#include <linux/fs.h>
#include <linux/sched.h>
#include <linux/sched/mm.h>

int work(struct inode *inode);

int early_return_bad(struct inode *inode)
{
	unsigned int flags = memalloc_nofs_save(); /* want scope-unbalanced (error) [A]: "memalloc_nofs_save\(\) in early_return_bad\(\) is still open where the function returns in line 19" */

	if (work(inode))
		return -EIO; /* step A */
	memalloc_nofs_restore(flags);
	return 0;
}

void falls_out_bad(struct inode *inode)
{
	unsigned int flags;

	flags = memalloc_noio_save(); /* want scope-unbalanced: "memalloc_noio_save\(\)" */
	if (!work(inode))
		memalloc_noio_restore(flags);
}

int goto_ok(struct inode *inode)
{
	unsigned int flags = memalloc_nofs_save();
	int error = 0;

	if (work(inode)) {
		error = -EIO;
		goto out;
	}
	error = work(inode);
out:
	memalloc_nofs_restore(flags); /* ok: every path comes here */
	return error;
}

int same_condition_ok(struct inode *inode, bool nested, unsigned int mode)
{
	unsigned int flags;

	if (!nested && mode == 2)
		return -EINVAL;
	if (nested)
		flags = memalloc_nofs_save();
	work(inode);
	if (nested)
		memalloc_nofs_restore(flags); /* ok: under the condition of the save */
	return 0;
}

int field_condition_ok(struct inode *inode)
{
	unsigned int flags;

	if (inode->i_ino & 1)
		flags = memalloc_nofs_save();
	work(inode);
	if (!(inode->i_ino & 1))
		return 0;
	memalloc_nofs_restore(flags); /* ok: the same condition, negated */
	return 0;
}

int not_saved_bad(struct inode *inode)
{
	unsigned int flags;
	int error = -EINVAL;

	if (!inode->i_size)
		goto out;
	flags = memalloc_nofs_save(); /* step B */
	error = work(inode);
out:
	memalloc_nofs_restore(flags); /* want scope-unbalanced [B]: "memalloc_nofs_restore\(\) in not_saved_bad\(\) restores flags that were not saved on every way there" */
	return error;
}

int switching_ok(struct inode *inode, int count)
{
	bool inside = false;
	unsigned int flags;

	while (count--) {
		if (work(inode)) {
			inside = !inside;
			if (inside)
				flags = memalloc_nofs_save();
			else
				memalloc_nofs_restore(flags);
		}
	}
	if (inside)
		memalloc_nofs_restore(flags); /* ok: open exactly while the flag is set */
	return 0;
}

unsigned int opens_for_its_caller_ok(void)
{
	unsigned int flags = memalloc_nofs_save();

	return flags; /* ok: the caller closes */
}

struct holder {
	unsigned int flags;
};

void keeps_ok(struct holder *holder, bool quick)
{
	unsigned int flags = memalloc_nofs_save();

	if (quick) {
		memalloc_nofs_restore(flags);
		return;
	}
	holder->flags = flags; /* ok: somebody else closes */
}

int thread_ok(void *data)
{
	memalloc_nofs_save(); /* ok: open for the thread's life */
	return work(data);
}

int by_hand_ok(struct inode *inode)
{
	unsigned int flags = 0;

	if (inode->i_size)
		flags = memalloc_nofs_save();
	work(inode);
	memalloc_nofs_restore(flags); /* ok: initialised by hand */
	return 0;
}

void by_flags_bad(struct inode *inode)
{
	unsigned int before = current->flags;

	current->flags |= PF_MEMALLOC_NOFS; /* miss scope-unbalanced: "flags" -- task flags set by hand are not followed */
	if (!work(inode))
		current->flags = before;
}
