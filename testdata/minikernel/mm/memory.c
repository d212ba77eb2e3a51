#include <linux/pagemap.h>

/* A fault holds no lock of the file system, so it may always enter it. */
static gfp_t __get_fault_gfp_mask(struct vm_area_struct *vma)
{
	struct file *file = vma->vm_file;

	if (!file)
		return GFP_KERNEL;
	return __GFP_IO | __GFP_FS | mapping_gfp_mask(file->f_mapping);
}

vm_fault_t filemap_fault(struct vm_fault *vmf);

vm_fault_t mini_handle_fault(struct vm_area_struct *vma, unsigned long address)
{
	struct vm_fault vmf = {
		.vma = vma,
		.address = address,
		.pgoff = (address - vma->vm_start) >> PAGE_SHIFT,
		.gfp_mask = __get_fault_gfp_mask(vma),
	};

	return filemap_fault(&vmf);
}
