/*
 * rule:     wrong-mapping
 * shows:    how far helpers are followed does not depend on who asked before
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct deep {
	struct inode *host;
};

static struct inode *one(struct deep *d)
{
	return d->host;
}

static struct inode *two(struct deep *d)
{
	return one(d);
}

static struct inode *three(struct deep *d)
{
	return two(d);
}

static struct inode *four(struct deep *d)
{
	return three(d);
}

static struct inode *five(struct deep *d)
{
	return four(d);
}

static struct inode *six(struct deep *d)
{
	return five(d);
}

static struct inode *round(struct deep *d)
{
	return around(d);
}

static struct inode *around(struct deep *d)
{
	return round(d);
}

int first_too_deep_ok(struct page *page, struct deep *to, struct deep *from)
{
	return add_to_page_cache_lru(page, six(to)->i_mapping, 0, /* verdict derived */
				     mapping_gfp_mask(from->host->i_mapping));
}

int in_a_circle_ok(struct page *page, struct deep *to, struct deep *from)
{
	return add_to_page_cache_lru(page, round(to)->i_mapping, 0, /* verdict derived */
				     mapping_gfp_mask(from->host->i_mapping));
}

int then_shallow_bad(struct page *page, struct deep *to, struct deep *from)
{
	return add_to_page_cache_lru(page, three(to)->i_mapping, 0, /* want wrong-mapping: "mask of from" */
				     mapping_gfp_mask(from->host->i_mapping));
}

int as_deep_as_may_be_bad(struct page *page, struct deep *to, struct deep *from)
{
	return add_to_page_cache_lru(page, four(to)->i_mapping, 0, /* want wrong-mapping: "mask of from" */
				     mapping_gfp_mask(from->host->i_mapping));
}

int a_step_too_deep_ok(struct page *page, struct deep *to, struct deep *from)
{
	return add_to_page_cache_lru(page, five(to)->i_mapping, 0, /* verdict derived */
				     mapping_gfp_mask(from->host->i_mapping));
}
