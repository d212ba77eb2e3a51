/*
 * rule:     hardcoded
 * shows:    macros that write a mask they are not handed, or in a way that their body does not show
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

#define SET_OWN() (own = GFP_KERNEL)
#define SET_BY_ANOTHER() do { SET_OWN(); } while (0)
#define SET_PASTED(name) (own_##name = GFP_KERNEL)
#define SET_WITHOUT_PARENTHESES own = GFP_KERNEL
#define SET_ONE_OF_ITS_OWN() do { gfp_t own = GFP_KERNEL; use(own); } while (0)
#define smp_store_release(p, v) do { barrier(); assign_ordered(p, v); } while (0)
#define cmpxchg(p, o, n) arch_cmpxchg(p, o, n)

int names_local_bad(struct page *page, struct address_space *mapping)
{
	gfp_t own = mapping_gfp_mask(mapping);

	SET_OWN();
	return add_to_page_cache_lru(page, mapping, 0, own); /* want partial: "SET_OWN" */
}

int names_local_inside_bad(struct page *page, struct address_space *mapping)
{
	gfp_t own = mapping_gfp_mask(mapping);

	SET_BY_ANOTHER();
	return add_to_page_cache_lru(page, mapping, 0, own); /* want unknown: "set by a macro" */
}

int pastes_bad(struct page *page, struct address_space *mapping)
{
	gfp_t own_this = mapping_gfp_mask(mapping);

	SET_PASTED(this);
	return add_to_page_cache_lru(page, mapping, 0, own_this); /* want partial: "SET_PASTED" */
}

int pastes_another_ok(struct page *page, struct address_space *mapping)
{
	gfp_t own_this = mapping_gfp_mask(mapping), own_that;

	SET_PASTED(that);
	return add_to_page_cache_lru(page, mapping, own_that, own_this); /* verdict derived */
}

int without_parentheses_bad(struct page *page, struct address_space *mapping)
{
	gfp_t own = mapping_gfp_mask(mapping);

	SET_WITHOUT_PARENTHESES;
	return add_to_page_cache_lru(page, mapping, 0, own); /* want unknown: "set by a macro" */
}

int declares_its_own_ok(struct page *page, struct address_space *mapping)
{
	gfp_t own = mapping_gfp_mask(mapping);

	SET_ONE_OF_ITS_OWN();
	return add_to_page_cache_lru(page, mapping, 0, own); /* verdict derived */
}

int store_release_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_mask(mapping);

	smp_store_release(&gfp, GFP_KERNEL);
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want hardcoded: "GFP_KERNEL" */
}

int compare_and_exchange_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_mask(mapping);

	cmpxchg(&gfp, gfp, GFP_KERNEL);
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want partial: "GFP_KERNEL" */
}

/* The zero is all that the analysis follows of it. */
static void *memset(gfp_t *to, int byte, size_t size)
{
	*to = 0;
	if (byte)
		fill_bytes_by_hand(byte, size);
	return to;
}

int all_bits_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_mask(mapping);

	memset(&gfp, 0xff, sizeof(gfp));
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want hardcoded: "memset" */
}

int no_bits_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_mask(mapping);

	memset(&gfp, 0, sizeof(gfp));
	gfp |= GFP_KERNEL; /* step A */
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want hardcoded [A]: "GFP_KERNEL" */
}
