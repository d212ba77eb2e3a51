/* Macro definitions: expressions, statements, and what is neither. */
#define EMPTY
#define NUMBER 0x10UL
#define MASK (GFP_KERNEL | __GFP_NOWARN)
#define mask_of(m) \
	((m)->gfp_mask & \
	 ~__GFP_FS)
#define swap_them(a, b) do { typeof(a) t = (a); (a) = (b); (b) = t; } while (0)
#define two(x) one(x); one((x) + 1)
#define value(x) ({ int v = (x); v; })
#define for_all(i, n) for (i = 0; i < (n); i++)
#define name_of(x) prefix_##x##_suffix
#define string_of(x) #x
#define print(fmt, ...) printk(KERN_INFO fmt, ##__VA_ARGS__)
#define print_old(fmt, args...) printk(fmt , ## args)
#define word_t unsigned long
#define INITIAL { .a = 1, .b = f(2) }
#define call_it(f, x) f(x)
#define open_block(x) if (begin(x)) {
#define cast_it(x) ((struct page *)(x))
#define returns(x) return g(x)
