/*
 * rule:     reclaim-deadlock
 * shows:    a lock that is taken for those alone who have an inode open: reclaim throws away none of those
 * headers:  pagemap sched/mm
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

struct mutex {
	int owner;
};

struct super_operations {
	void (*evict_inode)(struct inode *inode);
};

void mutex_lock(struct mutex *lock);
void mutex_unlock(struct mutex *lock);

struct owner {
	long opened;
	struct mutex returning;
	struct mutex counting;
	struct inode *table;
};

struct open_file {
	struct open_file *next;
	struct owner *owner;
};

struct pond_inode {
	long number;
	struct open_file *open;
	struct owner *first;
	struct inode vfs_inode;
};

static struct pond_inode *POND_I(struct inode *inode)
{
	return container_of(inode, struct pond_inode, vfs_inode);
}

static void set_up(struct super_block *sb, struct owner *owner)
{
	owner->table = new_inode(sb);
}

static int give_back_bad(struct owner *owner)
{
	struct page *page = grab_cache_page(owner->table->i_mapping, 0); /* want reclaim-deadlock (warning): "struct owner.returning held for write" */

	return IS_ERR(page);
}

/* The list is empty where nobody has the inode open. */
static int nfs_delegation_claim_opens(struct inode *inode)
{
	struct open_file *file;
	int error = 0;

	for (file = POND_I(inode)->open; file; file = file->next) {
		mutex_lock(&file->owner->returning);
		error |= give_back_bad(file->owner);
		mutex_unlock(&file->owner->returning);
	}
	return error;
}

static void pond_evict(struct inode *inode)
{
	struct owner *first = POND_I(inode)->first;

	nfs_delegation_claim_opens(inode);
	mutex_lock(&first->counting);
	mutex_unlock(&first->counting);
}

static const struct super_operations pond_ops = {
	.evict_inode = pond_evict,
};

static int count_bad(struct owner *owner)
{
	struct page *page;

	mutex_lock(&owner->counting);
	page = grab_cache_page(owner->table->i_mapping, 1); /* want reclaim-deadlock (error): "struct owner.counting held for write" */
	mutex_unlock(&owner->counting);
	return IS_ERR(page);
}

int pond_recall(struct super_block *sb, struct inode *inode)
{
	set_up(sb, POND_I(inode)->first);
	return nfs_delegation_claim_opens(inode) || count_bad(POND_I(inode)->first);
}
