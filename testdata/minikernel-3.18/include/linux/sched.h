#ifndef MINI_SCHED_H
#define MINI_SCHED_H

#include <linux/gfp.h>

#define PF_FSTRANS		0x0020
#define PF_MEMALLOC_NOIO	0x0080

struct task_struct {
	unsigned int flags;
};

struct task_struct *get_current(void);
#define current get_current()

static inline unsigned int memalloc_noio_save(void)
{
	unsigned int before = current->flags;

	current->flags = before | PF_MEMALLOC_NOIO;
	return before & PF_MEMALLOC_NOIO;
}

static inline void memalloc_noio_restore(unsigned int before)
{
	current->flags &= ~PF_MEMALLOC_NOIO;
	current->flags |= before;
}

#endif
