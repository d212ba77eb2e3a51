/*
 * rule:     reclaim-deadlock
 * shows:    a lock of shared code, of which there are many
 * headers:  pagemap sched/mm
 * config:   all
 */
#include <linux/pagemap.h>

struct mutex {
	int owner;
};

struct tide {
	long height;
	struct mutex turn;
	long moon;
};

void mutex_lock(struct mutex *lock);
void mutex_unlock(struct mutex *lock);

void tide_turn(struct tide *tide)
{
	mutex_lock(&tide->turn);
	mutex_unlock(&tide->turn);
}
