/* strategy: scope. Scopes with nothing between them are one. */
#include <linux/pagemap.h>

struct mutex;
void mutex_lock(struct mutex *lock);
void mutex_unlock(struct mutex *lock);

int one_after_the_other(struct page *page, struct address_space *mapping, struct mutex *lock)
{
	int error;

	mutex_lock(lock);
	error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
	error |= add_to_page_cache_lru(page, mapping, 1, GFP_KERNEL);

	error |= add_to_page_cache_lru(page, mapping, 2, GFP_KERNEL);
	put_page(page);
	error |= add_to_page_cache_lru(page, mapping, 3, GFP_KERNEL);
	mutex_unlock(lock);
	return error;
}
