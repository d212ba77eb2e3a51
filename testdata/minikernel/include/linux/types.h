#ifndef MINI_TYPES_H
#define MINI_TYPES_H

#define __bitwise
#define __force
#define __user
#define __must_check
#define NULL ((void *)0)

typedef unsigned int __bitwise gfp_t;
typedef unsigned int u32;
typedef unsigned long long u64;
typedef unsigned long pgoff_t;
typedef unsigned long sector_t;
typedef unsigned long size_t;
typedef long ssize_t;
typedef long long loff_t;
typedef _Bool bool;

#define true 1
#define false 0

struct list_head {
	struct list_head *prev, *next;
};

#endif
