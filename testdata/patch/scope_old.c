/* strategy: scope. kernel: 3.18. There is no NOFS scope yet. */
#include <linux/pagemap.h>

struct mutex;
void mutex_lock(struct mutex *lock);
void mutex_unlock(struct mutex *lock);

int under_a_lock(struct page *page, struct address_space *mapping, struct mutex *lock)
{
	int error;

	mutex_lock(lock);
	error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
	mutex_unlock(lock);
	return error;
}

int nothing_held(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
}
