#ifndef MINI_PAGEMAP_H
#define MINI_PAGEMAP_H

#include <linux/err.h>
#include <linux/fs.h>
#include <linux/kernel.h>
#include <linux/mm.h>

#define FGP_ACCESSED	0x001
#define FGP_LOCK	0x002
#define FGP_CREAT	0x004
#define FGP_WRITE	0x008
#define FGP_NOFS	0x010
#define FGP_NOWAIT	0x020
#define FGP_FOR_MMAP	0x040
#define FGP_STABLE	0x080

struct readahead_control {
	struct file *file;
	struct address_space *mapping;
	pgoff_t _index;
	unsigned int _nr_pages;
};

typedef int filler_t(struct file *, struct folio *);

static inline gfp_t mapping_gfp_mask(struct address_space *mapping)
{
	return mapping->gfp_mask;
}

static inline gfp_t mapping_gfp_constraint(struct address_space *mapping,
					   gfp_t wish)
{
	gfp_t allowed = mapping_gfp_mask(mapping);

	return allowed & wish;
}

static inline void mapping_set_gfp_mask(struct address_space *m, gfp_t mask)
{
	m->gfp_mask = mask;
}

static inline gfp_t readahead_gfp_mask(struct address_space *mapping)
{
	return __GFP_NOWARN | __GFP_NORETRY | mapping_gfp_mask(mapping);
}

struct folio *filemap_alloc_folio(gfp_t gfp, unsigned int order);

static inline struct page *__page_cache_alloc(gfp_t gfp)
{
	struct folio *folio = filemap_alloc_folio(gfp, 0);

	return &folio->page;
}

static inline struct page *page_cache_alloc(struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_mask(mapping);

	return __page_cache_alloc(gfp);
}

int add_to_page_cache_lru(struct page *page, struct address_space *mapping,
			  pgoff_t index, gfp_t gfp);
int filemap_add_folio(struct address_space *mapping, struct folio *folio,
		      pgoff_t index, gfp_t gfp);
int __filemap_add_folio(struct address_space *mapping, struct folio *folio,
			pgoff_t index, gfp_t gfp, void **shadowp);

struct page *pagecache_get_page(struct address_space *mapping, pgoff_t index,
				int fgp_flags, gfp_t gfp);
struct folio *__filemap_get_folio(struct address_space *mapping, pgoff_t index,
				  int fgp_flags, gfp_t gfp);
struct page *read_cache_page_gfp(struct address_space *mapping, pgoff_t index,
				 gfp_t gfp);
struct page *read_cache_page(struct address_space *mapping, pgoff_t index,
			     filler_t *filler, struct file *file);

static inline struct page *find_or_create_page(struct address_space *mapping,
					       pgoff_t index, gfp_t gfp)
{
	const int how = FGP_CREAT | FGP_LOCK | FGP_ACCESSED;

	return pagecache_get_page(mapping, index, how, gfp);
}

static inline struct page *find_get_page(struct address_space *mapping,
					 pgoff_t index)
{
	return pagecache_get_page(mapping, index, 0, 0);
}

static inline struct page *grab_cache_page(struct address_space *mapping,
					   pgoff_t index)
{
	gfp_t gfp = mapping_gfp_mask(mapping);

	return find_or_create_page(mapping, index, gfp);
}

struct page *readahead_page(struct readahead_control *rac);
pgoff_t readahead_index(struct readahead_control *rac);
void unlock_page(struct page *page);

#endif
