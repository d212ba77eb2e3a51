#ifndef MINI_HOOKS_H
#define MINI_HOOKS_H

#include <linux/pagemap.h>

struct folio *filemap_alloc_folio_noprof(gfp_t gfp, unsigned int order);

#define alloc_hooks(call) ({ typeof(call) result__ = (call); result__; })
#define filemap_alloc_folio(...) \
	alloc_hooks(filemap_alloc_folio_noprof(__VA_ARGS__))

#endif
