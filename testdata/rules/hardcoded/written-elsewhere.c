/*
 * rule:     hardcoded
 * shows:    masks that are written by somebody else, or in another way
 * headers:  pagemap sched/mm
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>
extern int cond(void);
extern void elsewhere(gfp_t *g);

struct two { int n; gfp_t g; };
struct fops { void (*prep)(gfp_t *g); };
static void set1(gfp_t *g)
{
	*g = GFP_KERNEL;
}
static void set2(gfp_t *g)
{
	set1(g);
}
static void or1(gfp_t *g)
{
	*g |= __GFP_FS;
}
static void or2(gfp_t *g)
{
	or1(g);
}
int a_set1_bad(struct page *page, struct address_space *mapping)
{
	gfp_t m = mapping_gfp_mask(mapping);

	set1(&m);
	return add_to_page_cache_lru(page, mapping, 0, m); /* want hardcoded: "add_to_page_cache_lru" */
}
int b_set2_bad(struct page *page, struct address_space *mapping)
{
	gfp_t m = mapping_gfp_mask(mapping);

	set2(&m);
	return add_to_page_cache_lru(page, mapping, 0, m); /* want hardcoded: "add_to_page_cache_lru" */
}
int c_or2_bad(struct page *page, struct address_space *mapping)
{
	gfp_t m = mapping_gfp_mask(mapping);

	or2(&m);
	return add_to_page_cache_lru(page, mapping, 0, m); /* want re-added: "add_to_page_cache_lru" */
}
int d_alias_bad(struct page *page, struct address_space *mapping)
{
	gfp_t m = mapping_gfp_mask(mapping), n = m, *p = &n;

	if (cond())
		p = &m;
	*p = GFP_KERNEL;
	return add_to_page_cache_lru(page, mapping, 0, m); /* want partial: "add_to_page_cache_lru" */
}
int e_fnptr_bad(struct page *page, struct address_space *mapping)
{
	gfp_t m = mapping_gfp_mask(mapping);
	void (*f)(gfp_t *) = set1;

	f(&m);
	return add_to_page_cache_lru(page, mapping, 0, m); /* want hardcoded: "GFP_KERNEL" */
}
int f_ops_bad(struct page *page, struct address_space *mapping, const struct fops *o)
{
	gfp_t m = mapping_gfp_mask(mapping);

	o->prep(&m);
	return add_to_page_cache_lru(page, mapping, 0, m); /* want hardcoded: "GFP_KERNEL" */
}
static const struct fops fo = { .prep = set1 };
int g_extern_bad(struct page *page, struct address_space *mapping)
{
	gfp_t m = mapping_gfp_mask(mapping);

	elsewhere(&m);
	return add_to_page_cache_lru(page, mapping, 0, m); /* want unknown: "add_to_page_cache_lru" */
}
#define ADD_FS(v) ((v) |= __GFP_FS)
#define SET_DO(v, x) do { (v) = (x); } while (0)
int h_macro_or_bad(struct page *page, struct address_space *mapping)
{
	gfp_t m = mapping_gfp_mask(mapping);

	ADD_FS(m);
	return add_to_page_cache_lru(page, mapping, 0, m); /* want re-added: "add_to_page_cache_lru" */
}
int i_macro_set_bad(struct page *page, struct address_space *mapping)
{
	gfp_t m = mapping_gfp_mask(mapping);

	SET_DO(m, GFP_KERNEL);
	return add_to_page_cache_lru(page, mapping, 0, m); /* want hardcoded: "add_to_page_cache_lru" */
}
int j_write_once_bad(struct page *page, struct address_space *mapping)
{
	gfp_t m = mapping_gfp_mask(mapping);

	WRITE_ONCE(m, GFP_KERNEL);
	return add_to_page_cache_lru(page, mapping, 0, m); /* want hardcoded: "GFP_KERNEL" */
}
int k_swap_bad(struct page *page, struct address_space *mapping)
{
	gfp_t m = mapping_gfp_mask(mapping), k = GFP_KERNEL;

	swap(m, k);
	return add_to_page_cache_lru(page, mapping, 0, m); /* want unknown: "add_to_page_cache_lru" */
}
int l_set_bit_bad(struct page *page, struct address_space *mapping)
{
	unsigned long m = mapping_gfp_mask(mapping);

	__set_bit(7, &m);
	return add_to_page_cache_lru(page, mapping, 0, m); /* want re-added: "__set_bit" */
}
int m_positional_bad(struct page *page, struct address_space *mapping)
{
	struct two t = { 1, GFP_KERNEL };

	return add_to_page_cache_lru(page, mapping, 0, t.g); /* want hardcoded: "add_to_page_cache_lru" */
}
int n_shift_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, __GFP_IO | __GFP_RECLAIM | (1u << 7)); /* want hardcoded: "1u << 7" */
}
