/*
 * rule:     hardcoded
 * shows:    sinks that few file systems call, each with a constant where its mask goes
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct cache_policy;

int __add_to_page_cache_locked(struct page *page, struct address_space *to,
			       pgoff_t at, gfp_t gfp, void **shadow);
int shmem_add_to_page_cache(struct page *page, struct address_space *to,
			    pgoff_t at, void *old, gfp_t gfp);
struct folio *__filemap_get_folio_mpol(struct address_space *from, pgoff_t at,
				       int flags, gfp_t gfp,
				       struct cache_policy *policy);
struct folio *mapping_read_folio_gfp(struct address_space *from, pgoff_t at,
				     gfp_t gfp);
struct folio *shmem_read_folio_gfp(struct address_space *from, pgoff_t at,
				   gfp_t gfp);
struct page *do_read_cache_page(struct address_space *from, pgoff_t at,
				filler_t *filler, void *data, gfp_t gfp);
struct folio *do_read_cache_folio(struct address_space *from, pgoff_t at,
				  filler_t *filler, struct file *file,
				  gfp_t gfp);
struct page *__read_cache_page(struct address_space *from, pgoff_t at,
			       int (*filler)(void *, struct page *), void *data,
			       gfp_t gfp);

int insert_locked_bad(struct page *page, struct address_space *to)
{
	return __add_to_page_cache_locked(page, to, 0, GFP_KERNEL, 0); /* want hardcoded: "GFP_KERNEL reaches __add_to_page_cache_locked" */
}

int insert_shmem_bad(struct page *page, struct address_space *to)
{
	return shmem_add_to_page_cache(page, to, 0, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL reaches shmem_add_to_page_cache" */
}

struct folio *get_by_policy_bad(struct address_space *from,
				struct cache_policy *policy)
{
	return __filemap_get_folio_mpol(from, 0, FGP_CREAT, GFP_KERNEL, policy); /* want hardcoded: "GFP_KERNEL reaches __filemap_get_folio_mpol" */
}

struct folio *find_by_policy_ok(struct address_space *from,
				struct cache_policy *policy)
{
	return __filemap_get_folio_mpol(from, 0, FGP_LOCK, GFP_KERNEL, policy); /* verdict hardcoded-weak */
}

struct folio *read_folio_bad(struct address_space *from)
{
	return mapping_read_folio_gfp(from, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL reaches mapping_read_folio_gfp" */
}

struct folio *read_shmem_bad(struct address_space *from)
{
	return shmem_read_folio_gfp(from, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL reaches shmem_read_folio_gfp" */
}

struct page *fill_page_bad(struct address_space *from, filler_t *filler)
{
	return do_read_cache_page(from, 0, filler, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL reaches do_read_cache_page" */
}

struct folio *fill_folio_bad(struct address_space *from, struct file *file)
{
	return do_read_cache_folio(from, 0, 0, file, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL reaches do_read_cache_folio" */
}

struct page *fill_old_bad(struct address_space *from, void *data)
{
	return __read_cache_page(from, 0, 0, data, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL reaches __read_cache_page" */
}

struct page *fill_derived_ok(struct address_space *from, filler_t *filler)
{
	return do_read_cache_page(from, 0, filler, 0, mapping_gfp_mask(from)); /* verdict derived */
}
