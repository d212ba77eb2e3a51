/*
 * rule:     scoped
 * shows:    a caller without a scope hands in NULL for what guards the call, so it does not get there
 * headers:  pagemap sched/mm
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

struct train {
	int length;
};

static int extend_train(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
}

static int run_train(struct page *page, struct address_space *mapping, struct train *train)
{
	if (train)
		return extend_train(page, mapping);
	return 0;
}

int run_in_scope_ok(struct page *page, struct address_space *mapping, struct train *train)
{
	unsigned int flags = memalloc_nofs_save();
	int err = run_train(page, mapping, train);

	memalloc_nofs_restore(flags);
	return err;
}

int run_without_ok(struct page *page, struct address_space *mapping)
{
	return run_train(page, mapping, NULL);
}

static int extend_tram_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

static int run_tram(struct page *page, struct address_space *mapping, struct train *train)
{
	if (!train)
		return extend_tram_bad(page, mapping);
	return 0;
}

int tram_in_scope_ok(struct page *page, struct address_space *mapping, struct train *train)
{
	unsigned int flags = memalloc_nofs_save();
	int err = run_tram(page, mapping, train);

	memalloc_nofs_restore(flags);
	return err;
}

int tram_without_ok(struct page *page, struct address_space *mapping)
{
	return run_tram(page, mapping, NULL);
}
