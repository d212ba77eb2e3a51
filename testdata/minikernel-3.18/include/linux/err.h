#ifndef MINI_ERR_H
#define MINI_ERR_H

#define ENOMEM 12
#define EEXIST 17
#define EIO 5
#define EFBIG 27
#define IS_ERR(p) ((unsigned long)(p) > -4096ul)
#define ERR_PTR(n) ((void *)(long)(n))
#define PTR_ERR(p) ((long)(p))

#endif
