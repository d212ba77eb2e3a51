#ifndef MINI_SLAB_H
#define MINI_SLAB_H

#include <linux/gfp.h>

void *kmalloc(size_t size, gfp_t gfp);
void *kzalloc(size_t size, gfp_t gfp);
struct kmem_cache;

void *kmem_cache_alloc(struct kmem_cache *cache, gfp_t gfp);
void kfree(const void *object);

#endif
