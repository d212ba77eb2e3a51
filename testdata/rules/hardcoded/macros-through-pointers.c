/*
 * rule:     hardcoded
 * shows:    macros that write to what a pointer leads to, or to a field, of what their caller handed in
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>
extern int cond(void);

#define PUT(to, value) do { (to) = (value); } while (0)
#define ADD(to, value) ((to) |= (value))
#define WRITE_ONCE(to, value) do { *(volatile typeof(to) *)&(to) = (value); } while (0)

static void put(gfp_t *where)
{
	PUT(*where, GFP_KERNEL); /* step A */
}

int put_bad(struct page *page, struct address_space *mapping)
{
	gfp_t m = mapping_gfp_mask(mapping);

	put(&m);
	return add_to_page_cache_lru(page, mapping, 0, m); /* want hardcoded [A]: "GFP_KERNEL" */
}

static void perhaps_put(gfp_t *where)
{
	if (cond())
		PUT(*where, GFP_KERNEL);
}

int perhaps_put_ok(struct page *page, struct address_space *mapping)
{
	gfp_t m = GFP_NOWAIT;

	perhaps_put(&m);
	m = mapping_gfp_mask(mapping);
	return add_to_page_cache_lru(page, mapping, 0, m); /* verdict derived */
}

static void put_given(gfp_t *where, gfp_t gfp)
{
	PUT(*where, gfp);
}

int put_given_bad(struct page *page, struct address_space *mapping)
{
	gfp_t m = mapping_gfp_mask(mapping);

	put_given(&m, GFP_KERNEL); /* step B */
	return add_to_page_cache_lru(page, mapping, 0, m); /* want hardcoded [B]: "GFP_KERNEL" */
}

struct fresh {
	int count;
	gfp_t fresh_gfp;
};

int field_of_fresh_struct_bad(struct page *page, struct address_space *mapping)
{
	struct fresh local = {};

	PUT(local.fresh_gfp, GFP_KERNEL); /* step C */
	return add_to_page_cache_lru(page, mapping, 0, local.fresh_gfp); /* want hardcoded [C]: "GFP_KERNEL" */
}

int field_written_once_ok(struct page *page, struct address_space *mapping)
{
	struct fresh local = {};

	WRITE_ONCE(local.fresh_gfp, mapping_gfp_mask(mapping));
	return add_to_page_cache_lru(page, mapping, 0, local.fresh_gfp); /* verdict derived */
}

struct filled {
	int count;
	gfp_t filled_gfp;
};

static void add_kernel(struct filled *filled)
{
	if (cond())
		ADD(filled->filled_gfp, GFP_KERNEL);
}

int add_to_list_bad(struct page *page, struct address_space *mapping)
{
	struct filled local = { 1, mapping_gfp_mask(mapping) };

	add_kernel(&local);
	return add_to_page_cache_lru(page, mapping, 0, local.filled_gfp); /* want re-added: "GFP_KERNEL is OR-ed into the mapping's mask" */
}
