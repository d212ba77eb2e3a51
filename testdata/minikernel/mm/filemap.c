/*
 * The page cache in miniature: what is called, with which mask, and nothing else.
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>
#include <linux/slab.h>

struct folio *filemap_alloc_folio(gfp_t gfp, unsigned int order)
{
	return folio_alloc(gfp, order);
}

int __filemap_add_folio(struct address_space *mapping, struct folio *folio,
			pgoff_t index, gfp_t gfp, void **shadowp)
{
	void *node = kmalloc(64, gfp & GFP_RECLAIM_MASK);

	if (!node)
		return -ENOMEM;
	folio->mapping = mapping;
	folio->index = index;
	mapping->nrpages++;
	return 0;
}

int filemap_add_folio(struct address_space *mapping, struct folio *folio,
		      pgoff_t index, gfp_t gfp)
{
	void *shadow = NULL;

	return __filemap_add_folio(mapping, folio, index, gfp, &shadow);
}

int add_to_page_cache_lru(struct page *page, struct address_space *mapping,
			  pgoff_t index, gfp_t gfp)
{
	return filemap_add_folio(mapping, page_folio(page), index, gfp);
}

static struct folio *mini_lookup(struct address_space *mapping, pgoff_t index)
{
	return mapping->nrpages > index ? mapping->private_data : NULL;
}

struct folio *__filemap_get_folio(struct address_space *mapping, pgoff_t index,
				  int fgp_flags, gfp_t gfp)
{
	struct folio *folio = mini_lookup(mapping, index);

	if (folio || !(fgp_flags & FGP_CREAT))
		return folio;
	if (fgp_flags & FGP_WRITE)
		gfp |= __GFP_WRITE;
	if (fgp_flags & FGP_NOFS)
		gfp &= ~__GFP_FS;
	if (fgp_flags & FGP_NOWAIT) {
		gfp &= ~GFP_KERNEL;
		gfp |= GFP_NOWAIT | __GFP_NOWARN;
	}
	folio = filemap_alloc_folio(gfp, 0);
	if (folio && filemap_add_folio(mapping, folio, index, gfp)) {
		folio_put(folio);
		folio = NULL;
	}
	return folio;
}

struct page *pagecache_get_page(struct address_space *mapping, pgoff_t index,
				int fgp_flags, gfp_t gfp)
{
	struct folio *folio = __filemap_get_folio(mapping, index, fgp_flags, gfp);

	return folio ? &folio->page : NULL;
}

static struct folio *do_read_cache_folio(struct address_space *mapping,
					 pgoff_t index, filler_t *filler,
					 struct file *file, gfp_t gfp)
{
	struct folio *folio = mini_lookup(mapping, index);

	if (!folio) {
		folio = filemap_alloc_folio(gfp, 0);
		if (!folio)
			return ERR_PTR(-ENOMEM);
		if (filemap_add_folio(mapping, folio, index, gfp))
			return ERR_PTR(-EEXIST);
	}
	if (filler && filler(file, folio))
		return ERR_PTR(-EIO);
	return folio;
}

struct page *read_cache_page(struct address_space *mapping, pgoff_t index,
			     filler_t *filler, struct file *file)
{
	gfp_t gfp = mapping_gfp_mask(mapping);

	return &do_read_cache_folio(mapping, index, filler, file, gfp)->page;
}

struct page *read_cache_page_gfp(struct address_space *mapping, pgoff_t index,
				 gfp_t gfp)
{
	return &do_read_cache_folio(mapping, index, NULL, NULL, gfp)->page;
}

/* The read miss: the page with the whole mask, the node with its reclaim part. */
int filemap_create_folio(struct file *file, struct address_space *mapping,
			 pgoff_t index)
{
	struct folio *folio = filemap_alloc_folio(mapping_gfp_mask(mapping), 0);
	int error = -ENOMEM;

	if (folio)
		error = filemap_add_folio(mapping, folio, index,
				mapping_gfp_constraint(mapping, GFP_KERNEL));
	return error;
}

/* The fault path may use more than the mapping allows, see mm/memory.c. */
vm_fault_t filemap_fault(struct vm_fault *vmf)
{
	struct address_space *mapping = vmf->vma->vm_file->f_mapping;
	struct folio *folio;

	folio = __filemap_get_folio(mapping, vmf->pgoff,
				    FGP_CREAT | FGP_FOR_MMAP, vmf->gfp_mask);
	if (!folio)
		return VM_FAULT_OOM;
	vmf->page = &folio->page;
	return 0;
}
