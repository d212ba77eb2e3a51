#include <linux/fs.h>
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

struct pond {
	struct mutex lock;
	struct inode *quota;
};

/* bad */
struct page *read_quota_bad(struct pond *pond)
{
	struct page *page;

	/* The shrinker of this file system takes pond->lock as well. */
	mutex_lock(&pond->lock);
	page = find_or_create_page(pond->quota->i_mapping, 0, GFP_KERNEL);
	mutex_unlock(&pond->lock);
	return page;
}

/* good */
struct page *read_quota_ok(struct pond *pond)
{
	unsigned int flags;
	struct page *page;

	mutex_lock(&pond->lock);
	flags = memalloc_nofs_save();
	page = find_or_create_page(pond->quota->i_mapping, 0, GFP_KERNEL);
	memalloc_nofs_restore(flags);
	mutex_unlock(&pond->lock);
	return page;
}
