/*
 * rule:     hardcoded
 * shows:    a sink that each configuration declares in another order, and one that is a macro
 * headers:  pagemap
 * config:   all
 * names:    real
 */
#include <linux/pagemap.h>

#ifdef CONFIG_CREEK_OLD
struct page *do_read_cache_page(gfp_t gfp, struct address_space *from, pgoff_t at)
{
	return __page_cache_alloc(gfp); /* verdict passthrough */
}
#else
struct page *do_read_cache_page(struct address_space *from, pgoff_t at, gfp_t gfp)
{
	return __page_cache_alloc(gfp); /* verdict passthrough */
}
#endif

struct page *orders_bad(struct address_space *from)
{
#ifdef CONFIG_CREEK_OLD
	return do_read_cache_page(GFP_KERNEL, from, 0); /* want hardcoded @(CONFIG_CREEK_OLD): "GFP_KERNEL reaches do_read_cache_page" */
#else
	return do_read_cache_page(from, 0, GFP_KERNEL); /* want hardcoded @(!CONFIG_CREEK_OLD): "GFP_KERNEL reaches do_read_cache_page" */
#endif
}

struct page *orders_ok(struct address_space *from)
{
#ifdef CONFIG_CREEK_OLD
	return do_read_cache_page(mapping_gfp_mask(from), from, 0); /* verdict derived */
#else
	return do_read_cache_page(from, 0, mapping_gfp_mask(from)); /* verdict derived */
#endif
}

static int put_in(gfp_t gfp, struct page *page, struct address_space *to)
{
	return add_to_page_cache_lru(page, to, 0, gfp); /* verdict passthrough */
}

/* The mask comes first; what it is handed on to tells. */
#define filemap_add_folio(how, to, page) (put_in((how) & ~__GFP_NOWARN, page, to)) /* verdict passthrough origin */

int macro_bad(struct page *page, struct address_space *to)
{
	return filemap_add_folio(GFP_KERNEL, to, page); /* want hardcoded: "GFP_KERNEL reaches filemap_add_folio" */
}

int macro_ok(struct page *page, struct address_space *to)
{
	return filemap_add_folio(mapping_gfp_mask(to), to, page); /* verdict derived */
}

#define read_cache_page_gfp(...) ({ struct page *got = read_one(__VA_ARGS__); got; }) /* verdict passthrough origin */

static inline struct page *read_one(gfp_t gfp, struct address_space *from)
{
	return __page_cache_alloc(gfp); /* verdict passthrough */
}

struct page *variadic_bad(struct address_space *from)
{
	return read_cache_page_gfp(GFP_KERNEL, from); /* want hardcoded: "GFP_KERNEL reaches read_cache_page_gfp" */
}

struct page *variadic_ok(struct address_space *from)
{
	return read_cache_page_gfp(mapping_gfp_mask(from), from); /* verdict derived */
}
