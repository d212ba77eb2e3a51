/*
 * rule:     hardcoded
 * shows:    fields of a struct that are set by way of its copy, of a part of it, or of another member of a union
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

int union_bad(struct page *p, struct address_space *m)
{
	union pool u;

	u.gfp = mapping_gfp_mask(m);
	u.raw = GFP_KERNEL;
	return add_to_page_cache_lru(p, m, 0, u.gfp); /* want hardcoded: "GFP_KERNEL reaches add_to_page_cache_lru" */
}

int union_inside_bad(struct page *p, struct address_space *m)
{
	struct deep d;

	d.u.gfp = mapping_gfp_mask(m);
	d.u.raw = GFP_KERNEL;
	return add_to_page_cache_lru(p, m, 0, d.u.gfp); /* want hardcoded: "GFP_KERNEL reaches add_to_page_cache_lru" */
}

int union_behind_bad(struct page *p, struct address_space *m, union pool *u)
{
	u->gfp = mapping_gfp_mask(m);
	u->raw = GFP_KERNEL;
	return add_to_page_cache_lru(p, m, 0, u->gfp); /* want hardcoded: "GFP_KERNEL reaches add_to_page_cache_lru" */
}

int anonymous_union_bad(struct page *p, struct address_space *m)
{
	struct anon d;

	d.gfp = mapping_gfp_mask(m);
	d.raw = GFP_KERNEL;
	return add_to_page_cache_lru(p, m, 0, d.gfp); /* want hardcoded: "GFP_KERNEL reaches add_to_page_cache_lru" */
}

int copied_bad(struct page *p, struct address_space *m)
{
	struct pond a = { .gfp = GFP_KERNEL }, b;

	b.gfp = mapping_gfp_mask(m);
	b = a;
	return add_to_page_cache_lru(p, m, 0, b.gfp); /* want hardcoded: "GFP_KERNEL reaches add_to_page_cache_lru" */
}

int copied_behind_bad(struct page *p, struct address_space *m, struct pond *q)
{
	struct pond a = { .gfp = GFP_KERNEL };

	q->gfp = mapping_gfp_mask(m);
	*q = a;
	return add_to_page_cache_lru(p, m, 0, q->gfp); /* want hardcoded: "GFP_KERNEL reaches add_to_page_cache_lru" */
}

int literal_bad(struct page *p, struct address_space *m)
{
	struct pond b = { .gfp = mapping_gfp_mask(m) };

	b = (struct pond){ .gfp = GFP_KERNEL };
	return add_to_page_cache_lru(p, m, 0, b.gfp); /* want hardcoded: "GFP_KERNEL reaches add_to_page_cache_lru" */
}

int copied_inside_bad(struct page *p, struct address_space *m)
{
	struct deep d = { .in = { .gfp = mapping_gfp_mask(m) } };
	struct pond a = { .gfp = GFP_KERNEL };

	d.in = a;
	return add_to_page_cache_lru(p, m, 0, d.in.gfp); /* want hardcoded: "GFP_KERNEL reaches add_to_page_cache_lru" */
}

int copied_ok(struct page *p, struct address_space *m)
{
	struct pond a = { .gfp = mapping_gfp_mask(m) }, b;

	b = a;
	return add_to_page_cache_lru(p, m, 0, b.gfp); /* verdict derived */
}

int pointer_inside_bad(struct page *p, struct address_space *m)
{
	struct deep d = { .in = { .gfp = mapping_gfp_mask(m) } };
	struct pond *q = &d.in;

	q->gfp = GFP_KERNEL;
	return add_to_page_cache_lru(p, m, 0, d.in.gfp); /* want hardcoded: "GFP_KERNEL reaches add_to_page_cache_lru" */
}

int pointer_to_field_bad(struct page *p, struct address_space *m)
{
	struct deep d = { .in = { .gfp = mapping_gfp_mask(m) } };
	gfp_t *g = &d.in.gfp;

	*g = GFP_KERNEL;
	return add_to_page_cache_lru(p, m, 0, d.in.gfp); /* want hardcoded: "GFP_KERNEL reaches add_to_page_cache_lru" */
}

int behind_twice_bad(struct page *p, struct address_space *m, struct pond *q)
{
	gfp_t *g = &q->gfp;

	q->gfp = mapping_gfp_mask(m);
	*g = GFP_KERNEL;
	return add_to_page_cache_lru(p, m, 0, q->gfp); /* want partial: "on some paths" */
}

int part_behind_bad(struct page *p, struct address_space *m, struct deep *d)
{
	struct pond *q = &d->in;

	d->in.gfp = mapping_gfp_mask(m);
	q->gfp = GFP_KERNEL;
	return add_to_page_cache_lru(p, m, 0, d->in.gfp); /* want partial: "on some paths" */
}
