#include <linux/fs.h>
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

int work(struct inode *inode);

/* bad */
int flush_bad(struct inode *inode)
{
	unsigned int flags = memalloc_nofs_save();

	if (work(inode))
		return -EIO;
	memalloc_nofs_restore(flags);
	return 0;
}

/* good */
int flush_ok(struct inode *inode)
{
	unsigned int flags = memalloc_nofs_save();
	int error = work(inode);

	memalloc_nofs_restore(flags);
	return error;
}
