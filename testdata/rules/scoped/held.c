/*
 * rule:     scoped
 * shows:    a function that returns something only where a scope is open
 * headers:  pagemap sched/mm err
 * config:   all
 */
#include <linux/err.h>
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

typedef struct jbd2_journal_handle handle_t;
handle_t *journal_current_handle(void);
handle_t *another_handle(void);

int handle_ok(struct page *page, struct address_space *mapping)
{
	handle_t *handle = journal_current_handle();

	if (handle)
		return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
	return 0;
}

int no_handle_bad(struct page *page, struct address_space *mapping)
{
	handle_t *handle = journal_current_handle();

	if (!handle)
		return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
	return 0;
}

int handle_or_none_bad(struct page *page, struct address_space *mapping)
{
	handle_t *handle = journal_current_handle();

	return add_to_page_cache_lru(page, mapping, handle != NULL, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int asked_in_the_condition_ok(struct page *page, struct address_space *mapping)
{
	if (journal_current_handle())
		return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
	return 0;
}

int refused_in_the_condition_bad(struct page *page, struct address_space *mapping)
{
	if (journal_current_handle())
		return 0;
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int set_again_bad(struct page *page, struct address_space *mapping)
{
	handle_t *handle = journal_current_handle();

	handle = another_handle();
	if (handle)
		return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
	return 0;
}
