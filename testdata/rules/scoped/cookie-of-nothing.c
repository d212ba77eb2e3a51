/*
 * rule:     scoped
 * shows:    a restore call that may be handed no cookie: up to 6.9 it ends the scope of the caller
 * headers:  pagemap sched/mm
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>
extern int cond(void);

static int add_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f = cond() ? memalloc_nofs_save() : 0;

	memalloc_nofs_restore(f);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int enter_ok(struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_nofs_save();
	int error = add_bad(page, mapping);

	memalloc_nofs_restore(f);
	return error;
}

/* The mask comes from the caller: its row is another, and the scope is closed all the same. */
static int closes_and_adds(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	unsigned int f = 0;

	memalloc_nofs_restore(f);
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* verdict passthrough */
}

static int hands_it_in_bad(struct page *page, struct address_space *mapping)
{
	return closes_and_adds(page, mapping, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int enter_above_ok(struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_nofs_save();
	int error = hands_it_in_bad(page, mapping);

	memalloc_nofs_restore(f);
	return error;
}
