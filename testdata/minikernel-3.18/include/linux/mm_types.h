#ifndef MINI_MM_TYPES_H
#define MINI_MM_TYPES_H

#include <linux/types.h>

struct address_space;
struct file;
struct mm_struct;

struct page {
	unsigned long flags;
	struct list_head lru;
	struct address_space *mapping;
	pgoff_t index;
	unsigned long private;
};


struct vm_area_struct {
	struct file *vm_file;
	struct mm_struct *vm_mm;
	unsigned long vm_start, vm_end;
};


#endif
