/* What runs later runs on its own: work items, timers, threads; by a call or at file scope. */
#define INIT_WORK(_work, _func) do { (_work)->func = (_func); } while (0)
#define DECLARE_WORK(n, f) struct work_struct n = { .func = f }

struct work_struct {
	void (*func)(struct work_struct *work);
};

struct harbor {
	struct work_struct work;
};

static void harbor_work(struct work_struct *work)
{
	harbor_sync();
}

static void pebble_work(struct work_struct *work)
{
	pebble_sync();
}

static void lantern_work(struct work_struct *work)
{
	lantern_sync();
}

static int harbor_thread(void *data)
{
	return 0;
}

static DECLARE_WORK(lantern_item, lantern_work);
ALLOW_ERROR_INJECTION(harbor_thread, ERRNO);

static void schedule(struct harbor *h, void (*what)(struct work_struct *))
{
	INIT_WORK(&h->work, what);
}

int entry(struct harbor *h)
{
	INIT_WORK(&h->work, harbor_work);
	schedule(h, pebble_work);
	kthread_run(harbor_thread, h, "harbor");
	return 0;
}

/* WANT:
edge entry --callback work item by INIT_WORK--> harbor_work
edge schedule --callback work item by INIT_WORK--> pebble_work
edge lantern_item --callback work item by DECLARE_WORK--> lantern_work
edge entry --callback kernel thread by kthread_run--> harbor_thread
edge entry --direct--> schedule
edge entry --direct--> INIT_WORK
edge schedule --direct--> INIT_WORK
reachable schedule
!reachable harbor_work
*/
