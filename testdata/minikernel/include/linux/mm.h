#ifndef MINI_MM_H
#define MINI_MM_H

#include <linux/gfp.h>
#include <linux/mm_types.h>

typedef unsigned int vm_fault_t;
#define VM_FAULT_OOM 1

struct vm_fault {
	struct vm_area_struct *vma;
	gfp_t gfp_mask;
	pgoff_t pgoff;
	unsigned long address;
	struct page *page;
};

void put_page(struct page *page);
void folio_put(struct folio *folio);

#endif
