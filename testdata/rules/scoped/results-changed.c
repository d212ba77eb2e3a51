/*
 * rule:     scoped
 * shows:    a variable that says whether a scope was opened, and is changed before it is asked
 * headers:  pagemap sched/mm err
 * config:   all
 */
#include <linux/err.h>
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

#define FORGET(error) (error) = 0

extern int cond(void);

struct lock_keeper { unsigned int nofs; };

static int enter_keeper(struct lock_keeper *keeper)
{
	if (cond())
		return -EIO;
	keeper->nofs = memalloc_nofs_save();
	return 0;
}

int asked_ok(struct page *page, struct address_space *mapping, struct lock_keeper *keeper)
{
	int error = enter_keeper(keeper);

	if (error)
		return error;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
}

int changed_by_a_helper_bad(struct page *page, struct address_space *mapping, struct lock_keeper *keeper)
{
	int error = enter_keeper(keeper);

	forgive(&error);
	if (error)
		return error;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int added_to_bad(struct page *page, struct address_space *mapping, struct lock_keeper *keeper)
{
	int error = enter_keeper(keeper);

	error += EIO;
	if (error)
		return error;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int counted_bad(struct page *page, struct address_space *mapping, struct lock_keeper *keeper)
{
	int error = enter_keeper(keeper);

	error++;
	if (error)
		return error;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int forgotten_by_a_macro_bad(struct page *page, struct address_space *mapping, struct lock_keeper *keeper)
{
	int error = enter_keeper(keeper);

	FORGET(error);
	if (error)
		return error;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* miss hardcoded: "GFP_KERNEL" -- a result that a macro sets by its name is not seen to change */
}

/* What it returns is no error where the helper found none. */
static int enter_or_forgive(struct lock_keeper *keeper)
{
	int error = -EIO;

	forgive(&error);
	if (cond())
		return error;
	keeper->nofs = memalloc_nofs_save();
	return 0;
}

int returned_by_another_bad(struct page *page, struct address_space *mapping, struct lock_keeper *keeper)
{
	int error = enter_or_forgive(keeper);

	if (error)
		return error;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}
