/*
 * rule:     hardcoded
 * shows:    a handle that nobody makes together with a scope says nothing of scopes
 * headers:  pagemap sched/mm err
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

struct wharf_handle {
	unsigned int saved;
	int users;
};

struct wharf_handle *journal_current_handle(void)
{
	return current->journal_info;
}

struct wharf_handle *wharf_new(void);

struct wharf_handle *wharf_start(void)
{
	struct wharf_handle *handle = journal_current_handle();

	if (handle) {
		handle->users++;
		return handle;
	}
	handle = wharf_new();
	if (!handle)
		return ERR_PTR(-12);
	current->journal_info = handle;
	handle->saved = 0;
	return handle;
}

int within_the_handle_bad(struct folio *folio, struct address_space *mapping)
{
	struct wharf_handle *handle = wharf_start();

	if (IS_ERR(handle))
		return -5;
	return filemap_add_folio(mapping, folio, 3, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}
