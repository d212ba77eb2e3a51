/* strategy: scope. A scope for a lock that is held, around one statement. */
#include <linux/fs.h>
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

int twice(struct page *page, struct address_space *mapping, struct mutex *lock)
{
	int error;

	mutex_lock(lock);
	error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
	if (!error)
		goto out;
	while (error) {
		error = add_to_page_cache_lru(page, mapping,
					      1, GFP_KERNEL);
	}
out:
	mutex_unlock(lock);
	return error;
}

int forbids_input_and_output(struct page *page, struct address_space *mapping, struct mutex *lock)
{
	int error;

	mutex_lock(lock);
	error = add_to_page_cache_lru(page, mapping, 0, GFP_NOFS);
	mutex_unlock(lock);
	return error;
}

int nothing_held(struct page *page, struct address_space *mapping)
{
	int error;

	error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
	return error;
}

int in_a_condition(struct page *page, struct address_space *mapping, struct mutex *lock)
{
	mutex_lock(lock);
	if (add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL)) {
		mutex_unlock(lock);
		return -1;
	}
	mutex_unlock(lock);
	return 0;
}

int only_statement_of_a_branch(struct page *page, struct address_space *mapping, struct mutex *lock)
{
	int error = 0;

	mutex_lock(lock);
	if (page)
		error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
	mutex_unlock(lock);
	return error;
}
