/* Findings that are about a statement: what is left open is closed, what was never saved is not set. */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

int leaves_it_open(struct page *page, struct address_space *mapping, int early)
{
	unsigned int flags = memalloc_nofs_save();
	int error;

	if (early) {
		put_page(page);
		return -EINVAL;
	}
	error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
	memalloc_nofs_restore(flags);
	return error;
}

int leaves_it_open_without_braces(struct page *page, struct address_space *mapping, int early)
{
	unsigned int flags;
	int error;

	flags = memalloc_nofs_save();
	if (early)
		return -EINVAL;
	error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
	memalloc_nofs_restore(flags);
	return error;
}

int leaves_it_open_over_a_call(struct page *page, struct address_space *mapping, int early)
{
	unsigned int flags = memalloc_nofs_save();
	int error;

	if (early) {
		return try_to_release(page);
	}
	error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
	memalloc_nofs_restore(flags);
	return error;
}

struct harbor_zone {
	struct file *file;
	gfp_t old_gfp_mask;
	gfp_t kept_gfp_mask;
};

void free_zone(struct harbor_zone *zone)
{
	mapping_set_gfp_mask(zone->file->f_mapping,
			     zone->old_gfp_mask);
	fput(zone->file);
}

int is_kept(struct harbor_zone *zone)
{
	return zone->kept_gfp_mask != 0;
}

void free_other_zone(struct harbor_zone *zone)
{
	mapping_set_gfp_mask(zone->file->f_mapping, zone->kept_gfp_mask);
	fput(zone->file);
}
