#ifndef MINI_SCHED_MM_H
#define MINI_SCHED_MM_H

#include <linux/gfp.h>
#include <linux/sched.h>

static inline gfp_t current_gfp_context(gfp_t gfp)
{
	unsigned int pf = current->flags;

	if (pf & PF_MEMALLOC_NOIO)
		return gfp & ~(__GFP_FS | __GFP_IO);
	if (pf & PF_MEMALLOC_NOFS)
		return gfp & ~__GFP_FS;
	return gfp;
}

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

static inline unsigned int memalloc_nofs_save(void)
{
	unsigned int before = current->flags;

	current->flags = before | PF_MEMALLOC_NOFS;
	return before & PF_MEMALLOC_NOFS;
}

static inline void memalloc_nofs_restore(unsigned int before)
{
	current->flags &= ~PF_MEMALLOC_NOFS;
	current->flags |= before;
}

#endif
