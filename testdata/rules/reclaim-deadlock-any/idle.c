/*
 * rule:     reclaim-deadlock-any
 * shows:    flags that reclaim adds one by one, and objects that it leaves alone while they are used
 * headers:  pagemap sched/mm slab
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>
#include <linux/slab.h>

struct mutex {
	int owner;
};

struct shrink_control {
	gfp_t gfp_mask;
};

struct shrinker {
	unsigned long (*scan_objects)(struct shrinker *shrinker, struct shrink_control *sc);
};

#define SHRINK_BOUND 1
#define SHRINK_ACTIVE 2
#define UNBIND_TEST 1
#define UNBIND_ACTIVE 2
#define UNBIND_DEEP 4

struct pond {
	long blocks;
	struct mutex timeline;
	struct mutex tests;
	struct mutex active;
	struct mutex deep;
	struct mutex late;
	void *copy;
};

void mutex_lock(struct mutex *lock);
void mutex_unlock(struct mutex *lock);
bool i915_vma_is_active(struct pond *pond);

static struct pond *the_pond;

static void unbind(struct pond *pond, unsigned long flags)
{
	if (flags & UNBIND_ACTIVE || !i915_vma_is_active(pond)) {
		mutex_lock(&pond->timeline);
		mutex_unlock(&pond->timeline);
	}
	if (i915_vma_is_active(pond)) {
		mutex_lock(&pond->late);
		mutex_unlock(&pond->late);
	}
	if (flags & UNBIND_TEST) {
		mutex_lock(&pond->tests);
		mutex_unlock(&pond->tests);
	}
	if (flags & UNBIND_ACTIVE) {
		mutex_lock(&pond->active);
		mutex_unlock(&pond->active);
	}
	if (flags & UNBIND_DEEP) {
		mutex_lock(&pond->deep);
		mutex_unlock(&pond->deep);
	}
}

static void drop(struct pond *pond, unsigned long shrink)
{
	unsigned long flags;

	flags = 0;
	if (shrink & SHRINK_ACTIVE)
		flags |= UNBIND_ACTIVE;
	if (shrink & SHRINK_BOUND)
		flags |= UNBIND_TEST;
	if (pond->blocks)
		flags |= UNBIND_DEEP;
	unbind(pond, flags);
}

static void shrink_all(struct pond *pond, unsigned int shrink)
{
	if (!pond->blocks)
		shrink &= ~SHRINK_BOUND;
	drop(pond, shrink);
}

static unsigned long pond_scan(struct shrinker *shrinker, struct shrink_control *sc)
{
	shrink_all(the_pond, SHRINK_BOUND);
	return 0;
}

static struct shrinker pond_shrinker = {
	.scan_objects = pond_scan,
};

/* Nobody works on it, or it is not waited for. */
static void on_timeline_bad(struct pond *pond)
{
	mutex_lock(&pond->timeline);
	pond->copy = kmalloc(64, GFP_KERNEL); /* want reclaim-deadlock-any (note): "struct pond.timeline" */
	mutex_unlock(&pond->timeline);
}

static void on_late_bad(struct pond *pond)
{
	mutex_lock(&pond->late);
	pond->copy = kmalloc(64, GFP_KERNEL); /* want reclaim-deadlock-any (error): "struct pond.late" */
	mutex_unlock(&pond->late);
}

static void on_tests_bad(struct pond *pond)
{
	mutex_lock(&pond->tests);
	pond->copy = kmalloc(64, GFP_KERNEL); /* want reclaim-deadlock-any (error): "struct pond.tests" */
	mutex_unlock(&pond->tests);
}

/* Reclaim never adds that flag. */
static void on_active_ok(struct pond *pond)
{
	mutex_lock(&pond->active);
	pond->copy = kmalloc(64, GFP_KERNEL);
	mutex_unlock(&pond->active);
}

static void on_deep_bad(struct pond *pond)
{
	mutex_lock(&pond->deep);
	pond->copy = kmalloc(64, GFP_KERNEL); /* want reclaim-deadlock-any (error): "struct pond.deep" */
	mutex_unlock(&pond->deep);
}

void pond_work(struct pond *pond)
{
	the_pond = pond;
	on_timeline_bad(pond);
	on_late_bad(pond);
	on_tests_bad(pond);
	on_active_ok(pond);
	on_deep_bad(pond);
}
