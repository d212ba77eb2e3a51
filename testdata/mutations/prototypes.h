/* What the mutants of the sample function name, for a compiler that has no kernel. */
#define NULL ((void *)0)
#define __force
#define __user
#define __read_mostly
#define __cleanup(function) __attribute__((cleanup(function)))
#define fallthrough __attribute__((fallthrough))
#define true 1
#define false 0
#define likely(x) __builtin_expect(!!(x), 1)
#define unlikely(x) __builtin_expect(!!(x), 0)
#define BIT(n) (1ul << (n))
#define IS_ENABLED(symbol) 0
#define READ_ONCE(x) (*(const volatile typeof(x) *)&(x))
#define WRITE_ONCE(x, value) (*(volatile typeof(x) *)&(x) = (value))
#define smp_store_release(to, value) WRITE_ONCE(*(to), value)
#define xchg(to, value) __atomic_exchange_n(to, value, 5)
#define cmpxchg(to, old, value) __sync_val_compare_and_swap(to, old, value)
#define swap(a, b) do { typeof(a) c = (a); (a) = (b); (b) = c; } while (0)
#define container_of(p, type, member) ((type *)((char *)(p) - __builtin_offsetof(type, member)))
#define DEFINE_PER_CPU(type, name) type name
#define this_cpu_read(name) (name)
#define module_param(name, type, mode)
#define EXPORT_SYMBOL(name)
#define time_after(a, b) ((long)((b) - (a)) < 0)
#define va_list __builtin_va_list
#define va_start __builtin_va_start
#define va_arg __builtin_va_arg
#define va_end __builtin_va_end
#define BUG() __builtin_trap()

typedef unsigned int gfp_t;
typedef _Bool bool;
typedef unsigned long size_t;

enum {
	__GFP_HIGHMEM = 0x2, __GFP_MOVABLE = 0x8, __GFP_IO = 0x40, __GFP_FS = 0x80, __GFP_ZERO = 0x100,
	__GFP_NOWARN = 0x2000, __GFP_NOFAIL = 0x8000, __GFP_NORETRY = 0x10000,
	GFP_NOIO = 0xc00, GFP_NOFS = 0xc40, GFP_KERNEL = 0xcc0, GFP_USER = 0x100cc0,
	GFP_HIGHUSER = 0x100cc2, GFP_HIGHUSER_MOVABLE = 0x100cca, PF_MEMALLOC_NOFS = 0x40000,
};

struct super_block;
struct address_space { struct inode *host; };
struct inode { struct super_block *i_sb; struct address_space *i_mapping; };
struct task_struct {
	unsigned int flags;
	int policy;
	struct task_struct *group_leader;
};

extern struct task_struct *current;
extern unsigned long jiffies;
bool need_resched(void);
int cond_resched(void);
bool signal_pending(struct task_struct *task);
void *memcpy(void *to, const void *from, size_t count);
void *memset(void *to, int value, size_t count);
void *kmalloc(size_t size, gfp_t gfp);
void kfree(const void *what);
void __set_bit(long bit, volatile unsigned long *to);
void current_restore_flags(unsigned long old, unsigned long flags);
unsigned int memalloc_nofs_save(void);
void memalloc_nofs_restore(unsigned int flags);
unsigned int memalloc_noio_save(void);
void memalloc_noio_restore(unsigned int flags);
unsigned int memalloc_noreclaim_save(void);
void memalloc_noreclaim_restore(unsigned int flags);
struct inode *new_inode(struct super_block *sb);
gfp_t mapping_gfp_mask(struct address_space *mapping);
gfp_t mapping_gfp_constraint(struct address_space *mapping, gfp_t gfp);
struct page *find_or_create_page(struct address_space *mapping, unsigned long index, gfp_t gfp);
