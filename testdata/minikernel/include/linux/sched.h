#ifndef MINI_SCHED_H
#define MINI_SCHED_H

#include <linux/types.h>

#define PF_MEMALLOC		0x0800
#define PF_KTHREAD		0x1000
#define PF_MEMALLOC_NOFS	0x2000
#define PF_MEMALLOC_NOIO	0x4000

struct task_struct {
	unsigned int flags;
	void *journal_info;
};

struct task_struct *get_current(void);
#define current get_current()

#endif
