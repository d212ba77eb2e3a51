/*
 * rule:     passthrough
 * shows:    callers and callees that no configuration holds together
 * headers:  pagemap sched/mm
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

#ifdef CONFIG_LAGOON_CACHE
static struct page *lagoon_get(struct address_space *mapping, gfp_t gfp)
{
	return find_or_create_page(mapping, 0, gfp); /* verdict passthrough */
}
#else
static struct page *lagoon_get(struct address_space *mapping, gfp_t gfp)
{
	return NULL;
}
#endif

#ifdef CONFIG_LAGOON_CACHE
struct page *lagoon_with_bad(struct address_space *mapping)
{
	return lagoon_get(mapping, GFP_KERNEL); /* want hardcoded @(CONFIG_LAGOON_CACHE): "GFP_KERNEL" */
}
#else
struct page *lagoon_without_ok(struct address_space *mapping)
{
	return lagoon_get(mapping, GFP_KERNEL); /* ok: here the function allocates nothing */
}
#endif

#ifdef CONFIG_LAGOON_CACHE
static int lagoon_insert_ok(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
}

int lagoon_in_a_scope(struct page *page, struct address_space *mapping)
{
	unsigned int nofs = memalloc_nofs_save();
	int error = lagoon_insert_ok(page, mapping);

	memalloc_nofs_restore(nofs);
	return error;
}
#else
#define lagoon_insert_ok(page, mapping) 0

int lagoon_outside(struct page *page, struct address_space *mapping)
{
	return lagoon_insert_ok(page, mapping);
}
#endif

typedef int lagoon_fill_t(struct page *page, struct address_space *mapping);

#ifdef CONFIG_LAGOON_FILL
static int lagoon_fill_ok(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
}

int lagoon_fill_in_a_scope(struct page *page, struct address_space *mapping)
{
	unsigned int nofs = memalloc_nofs_save();
	lagoon_fill_t *fill = lagoon_fill_ok;
	int error = fill(page, mapping);

	memalloc_nofs_restore(nofs);
	return error;
}
#endif

#ifndef CONFIG_LAGOON_FILL
int lagoon_fill_outside(struct page *page, struct address_space *mapping)
{
	lagoon_fill_t *fill = lagoon_fill_ok;

	return lagoon_fill_ok(page, mapping) + fill(page, mapping);
}
#endif
