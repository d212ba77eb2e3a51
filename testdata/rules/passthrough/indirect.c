/*
 * rule:     passthrough
 * shows:    relatives reached through a function pointer
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct mini_ops {
	struct page *(*get)(struct address_space *mapping, gfp_t gfp);
};

static struct page *plain_get(struct address_space *mapping, gfp_t gfp)
{
	return find_or_create_page(mapping, 0, gfp); /* verdict passthrough */
}

static const struct mini_ops plain_ops = {
	.get = plain_get,
};

struct page *through_a_table_bad(struct address_space *mapping, const struct mini_ops *ops)
{
	return ops->get(mapping, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

const struct mini_ops *the_ops(void)
{
	return &plain_ops;
}
