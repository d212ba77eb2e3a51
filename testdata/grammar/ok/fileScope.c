/* Definitions at file scope that are no functions. */
struct mount {
	struct super_block *sb;
	union {
		int a;
		struct { u8 b, c; };
	};
	struct inner { int deep; } in;
	unsigned bits : 4;
	struct_group(pair,
		u32 first;
		u32 second;
	);
	DECLARE_BITMAP(map, 32);
	int (*op)(struct mount *, gfp_t);
	gfp_t mask;
	u8 tail[] __counted_by(bits);
} __packed;

typedef struct { gfp_t mask; } *mask_ref_t;

static const struct file_ops ops = {
	.read = my_read,
	.write = (write_fn)my_write,
	[3] = { .nested = call(GFP_NOFS) },
};

static DEFINE_SPINLOCK(lock);

DEFINE_TABLE(table, 3) = { 1, 2, 3 };

int a = 1, *b = &a;

typedef u32 (hash_fn_t)(const struct net *net, u16 port);

struct __unknown_align tagged {
	int x;
};

static int (*hook)(gfp_t mask);
