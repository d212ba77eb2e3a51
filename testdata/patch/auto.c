/* strategy: auto. The first that can be right. */
#include <linux/pagemap.h>

struct mutex;
void mutex_lock(struct mutex *lock);
void mutex_unlock(struct mutex *lock);

int by_mapping(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
}

struct sample_sb {
	struct inode *meta;
};

static struct page *meta_page(struct sample_sb *sbi, gfp_t gfp)
{
	return find_or_create_page(sbi->meta->i_mapping, 0, gfp);
}

struct page *by_scope(struct sample_sb *sbi, struct mutex *lock)
{
	struct page *page;

	mutex_lock(lock);
	page = meta_page(sbi, GFP_KERNEL);
	mutex_unlock(lock);
	return page;
}

struct page *by_none(struct sample_sb *sbi)
{
	return meta_page(sbi, GFP_KERNEL);
}
