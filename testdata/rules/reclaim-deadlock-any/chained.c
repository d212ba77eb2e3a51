/*
 * rule:     reclaim-deadlock-any
 * shows:    what a chain of functions runs may be run inside a task scope: nothing tells who calls that chain
 * headers:  sched/mm slab
 * config:   all
 */
#include <linux/sched/mm.h>
#include <linux/slab.h>

struct mutex {
	int owner;
};

struct super_operations {
	void (*evict_inode)(struct inode *inode);
};

struct notifier_block {
	int (*notifier_call)(struct notifier_block *nb, unsigned long action, void *data);
	struct notifier_block *next;
};

void mutex_lock(struct mutex *lock);
void mutex_unlock(struct mutex *lock);
int blocking_notifier_chain_register(struct notifier_block **head, struct notifier_block *nb);

struct pond {
	long blocks;
	struct mutex counts;
	struct notifier_block *hooks;
	struct notifier_block hook;
	void *copy;
};

struct pond_inode {
	long number;
	struct pond *pond;
	struct inode vfs_inode;
};

static struct pond_inode *POND_I(struct inode *inode)
{
	return container_of(inode, struct pond_inode, vfs_inode);
}

static void pond_evict(struct inode *inode)
{
	struct pond *pond = POND_I(inode)->pond;

	mutex_lock(&pond->counts);
	mutex_unlock(&pond->counts);
}

static const struct super_operations pond_ops = {
	.evict_inode = pond_evict,
};

static int count_hook_bad(struct notifier_block *nb, unsigned long action, void *data)
{
	struct pond *pond = container_of(nb, struct pond, hook);

	mutex_lock(&pond->counts);
	pond->copy = kmalloc(64, GFP_KERNEL); /* want reclaim-deadlock-any (note): "struct pond.counts held for write" */
	mutex_unlock(&pond->counts);
	return 0;
}

void count_bad(struct pond *pond)
{
	mutex_lock(&pond->counts);
	pond->copy = kmalloc(32, GFP_KERNEL); /* want reclaim-deadlock-any (error): "struct pond.counts held for write" */
	mutex_unlock(&pond->counts);
}

int start_counting(struct pond *pond)
{
	pond->hook.notifier_call = count_hook_bad;
	return blocking_notifier_chain_register(&pond->hooks, &pond->hook);
}
