/*
 * rule:     hardcoded
 * shows:    the real function behind the macro
 * headers:  pagemap
 * config:   all
 * names:    real
 */
#include <linux/mini_hooks.h>

struct folio *filemap_alloc_folio_noprof(gfp_t gfp, unsigned int order)
{
	return folio_alloc(gfp, order); /* ok: the page allocator below takes any mask */
}
