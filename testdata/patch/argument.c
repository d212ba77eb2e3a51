/* strategy: argument. The callers hand the mask down. */
#include <linux/pagemap.h>

static int insert(struct page *page, struct address_space *mapping);
int insert_of_inode(struct page *page, struct inode *inode,
		    pgoff_t index);

static int insert(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
}

int first_caller(struct page *page, struct inode *inode)
{
	return insert(page, inode->i_mapping);
}

int second_caller(struct page *page, struct file *file)
{
	if (insert(page, file->f_mapping))
		return insert(page, file->f_mapping);
	return 0;
}

int insert_of_inode(struct page *page, struct inode *inode,
		    pgoff_t index)
{
	return add_to_page_cache_lru(page, inode->i_mapping, index,
				     GFP_KERNEL | __GFP_NOFAIL);
}

int third_caller(struct page *page, struct inode *inode)
{
	return insert_of_inode(page, inode, 0);
}

int nobody_calls_it(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
}

struct harbor_ops {
	int (*fill)(struct page *page, struct address_space *mapping);
};

static int another_of_the_table(struct page *page, struct address_space *mapping)
{
	return 0;
}

static int through_a_table(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
}

const struct harbor_ops harbor_ops = {
	.fill = through_a_table,
};

const struct harbor_ops other_ops = {
	.fill = another_of_the_table,
};

int run(const struct harbor_ops *ops, struct page *page, struct address_space *mapping)
{
	return ops->fill(page, mapping);
}

static int called_too_often(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
}

int once(struct page *page, struct address_space *mapping)
{
	return called_too_often(page, mapping);
}

int and_again(struct page *page, struct address_space *mapping)
{
	return called_too_often(page, mapping);
}

int and_again_and(struct page *page, struct address_space *mapping)
{
	return called_too_often(page, mapping);
}

int and_again_and_again(struct page *page, struct address_space *mapping)
{
	return called_too_often(page, mapping);
}

static int mapping_of_its_own(struct page *page, struct inode **inodes)
{
	struct inode *inode = inodes[0];

	return add_to_page_cache_lru(page, inode->i_mapping, 0, GFP_KERNEL);
}

int fourth_caller(struct page *page, struct inode **inodes)
{
	return mapping_of_its_own(page, inodes);
}

static int handed_away(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
}

static int call_it(int (*fill)(struct page *, struct address_space *), struct page *page,
		   struct address_space *mapping)
{
	return fill(page, mapping);
}

int fifth_caller(struct page *page, struct address_space *mapping)
{
	return call_it(handed_away, page, mapping);
}
