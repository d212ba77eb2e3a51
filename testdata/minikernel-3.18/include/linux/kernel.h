#ifndef MINI_KERNEL_H
#define MINI_KERNEL_H

#include <linux/types.h>

#define ARRAY_SIZE(a) (sizeof(a) / sizeof(*(a)))
#define likely(x) (x)
#define unlikely(x) (x)
#define BUG_ON(x) do { if (x) for (;;) ; } while (0)
#define WARN_ON_ONCE(x) (x)
#define EXPORT_SYMBOL(name) extern int mini_exported_##name
#define EXPORT_SYMBOL_GPL(name) EXPORT_SYMBOL(name)
#define __init
#define noinline
#define PAGE_SHIFT 12
#define PAGE_SIZE (1ul << PAGE_SHIFT)

#endif
