/* strategy: scope. Declarations end in a comment of several lines, and so does what is changed. */
#include "pond.h"
#include "page.h"

struct mutex;
void mutex_lock(struct mutex *lock);
void mutex_unlock(struct mutex *lock);

int behind_a_comment(struct page *page, struct address_space *mapping, struct mutex *lock)
{
	int error;	/* what the page cache says
			 * of the page */

	mutex_lock(lock);
	error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
	mutex_unlock(lock);
	return error;
}

int without_declarations(struct page *page, struct address_space *mapping, struct mutex *lock)
{	/* Everything is
	   handed in. */
	mutex_lock(lock);
	add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* Whether it is
	there already does not matter. */
	mutex_unlock(lock);
	return 0;
}

int deep_below(struct page *page, struct address_space *mapping, struct mutex *lock_of_the_directory)
{
	int error = -1;

	mutex_lock(lock_of_the_directory);
	while (error) {
		if (page)
			while (error) {
				error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
			}
	}
	mutex_unlock(lock_of_the_directory);
	return error;
}
