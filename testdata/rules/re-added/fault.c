/*
 * rule:     re-added
 * shows:    the fault path adds bits on purpose and ranks lower
 * headers:  pagemap
 * config:   all
 * names:    real
 */
#include <linux/pagemap.h>

static gfp_t __get_fault_gfp_mask(struct vm_area_struct *vma)
{
	if (!vma->vm_file)
		return GFP_KERNEL;
	return mapping_gfp_mask(vma->vm_file->f_mapping) | __GFP_FS | __GFP_IO;
}

vm_fault_t filemap_fault(struct vm_fault *vmf)
{
	struct address_space *mapping = vmf->vma->vm_file->f_mapping;
	struct folio *folio;

	folio = __filemap_get_folio(mapping, vmf->pgoff, /* verdict passthrough */
				    FGP_CREAT | FGP_FOR_MMAP, vmf->gfp_mask);
	return folio ? 0 : VM_FAULT_OOM;
}

vm_fault_t handle_fault(struct vm_area_struct *vma, unsigned long address)
{
	struct vm_fault vmf = {
		.vma = vma,
		.address = address,
		.gfp_mask = __get_fault_gfp_mask(vma), /* want re-added (note): "" */
	};

	return filemap_fault(&vmf);
}

/* A handler that writes the field by hand is judged like everybody. */
vm_fault_t own_handler(struct vm_fault *vmf)
{
	vmf->gfp_mask = GFP_KERNEL; /* want hardcoded: "GFP_KERNEL" */
	return filemap_fault(vmf);
}
