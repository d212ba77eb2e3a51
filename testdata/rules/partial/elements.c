/*
 * rule:     partial
 * shows:    elements of an array that are set by way of pointers
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct pond {
	gfp_t gfp;
	gfp_t other;
	int n;
};

union pool {
	gfp_t gfp;
	unsigned int raw;
};

struct deep {
	struct pond in;
	union pool u;
	gfp_t arr[2];
};

struct anon {
	union {
		gfp_t gfp;
		unsigned int raw;
	};
	int n;
};

int second_bad(struct page *p, struct address_space *m)
{
	gfp_t a[2];

	a[0] = mapping_gfp_mask(m);
	a[1] = GFP_KERNEL;
	return add_to_page_cache_lru(p, m, 0, a[1]); /* want partial: "on some paths" */
}

int first_by_pointer_bad(struct page *p, struct address_space *m)
{
	gfp_t a[2] = { [0] = mapping_gfp_mask(m), };
	gfp_t *q = &a[0];

	*q = GFP_KERNEL;
	return add_to_page_cache_lru(p, m, 0, a[0]); /* want partial: "on some paths" */
}

int first_by_name_bad(struct page *p, struct address_space *m)
{
	gfp_t a[2] = { mapping_gfp_mask(m), mapping_gfp_mask(m) };

	*a = GFP_KERNEL;
	return add_to_page_cache_lru(p, m, 0, a[0]); /* want partial: "on some paths" */
}

int behind_a_sum_bad(struct page *p, struct address_space *m)
{
	gfp_t a[2] = { mapping_gfp_mask(m), mapping_gfp_mask(m) };

	*(a + 1) = GFP_KERNEL;
	return add_to_page_cache_lru(p, m, 0, a[1]); /* want partial: "on some paths" */
}

int array_in_struct_bad(struct page *p, struct address_space *m)
{
	struct deep d = { .arr = { mapping_gfp_mask(m), GFP_KERNEL } };

	return add_to_page_cache_lru(p, m, 0, d.arr[1]); /* want partial: "on some paths" */
}

int index_of_pointer_bad(struct page *p, struct address_space *m)
{
	gfp_t a[2] = { mapping_gfp_mask(m), mapping_gfp_mask(m) };
	gfp_t *g = a;

	g[1] = GFP_KERNEL;
	return add_to_page_cache_lru(p, m, 0, a[1]); /* want partial: "on some paths" */
}

int pointer_to_sum_bad(struct page *p, struct address_space *m)
{
	gfp_t a[2] = { mapping_gfp_mask(m), mapping_gfp_mask(m) };
	gfp_t *g = a + 1;

	*g = GFP_KERNEL;
	return add_to_page_cache_lru(p, m, 0, a[1]); /* want partial: "on some paths" */
}

static void fill(gfp_t *gfp)
{
	gfp[0] = GFP_KERNEL;
}

int filled_bad(struct page *p, struct address_space *m)
{
	gfp_t a[2] = { mapping_gfp_mask(m), mapping_gfp_mask(m) };

	fill(a);
	return add_to_page_cache_lru(p, m, 0, a[0]); /* want partial: "on some paths" */
}

int filled_at_bad(struct page *p, struct address_space *m)
{
	gfp_t a[2] = { mapping_gfp_mask(m), mapping_gfp_mask(m) };

	fill(&a[1]);
	return add_to_page_cache_lru(p, m, 0, a[1]); /* want partial: "on some paths" */
}
