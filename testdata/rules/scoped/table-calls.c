/*
 * rule:     scoped
 * shows:    a scope around a call through a field, whose mask goes to a function that others call by name
 * headers:  pagemap sched/mm
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

struct canal_ops {
	int (*put)(struct page *page, struct address_space *mapping, gfp_t gfp);
};

static int canal_put(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* verdict passthrough */
}

static const struct canal_ops canal_ops = {
	.put = canal_put,
};

int canal_by_name_bad(struct page *page, struct address_space *mapping)
{
	return canal_put(page, mapping, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

void canal_by_table_ok(struct page *page, struct address_space *mapping, const struct canal_ops *ops)
{
	unsigned int nofs = memalloc_nofs_save();

	ops->put(page, mapping, GFP_NOFS); /* verdict scoped origin */
	memalloc_nofs_restore(nofs);
}
