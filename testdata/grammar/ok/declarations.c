/* Declarators and what stands around them. */
static const char *const *declarations(struct inode *inode, int (*fill)(void *, int), char *argv[],
				       gfp_t)
{
	unsigned long int a, *b = NULL, **c, d[4][8];
	const u8 (*rows)[16] = NULL;
	int (*handler)(int, void *) = fill;
	int (*table[3])(void), plain(void);
	struct page *page __maybe_unused = NULL;
	struct folio __rcu **slot;
	foo_t __some_attribute *odd = NULL;
	size_t (*match)(const u8 *src, struct lznt *ctx);
	enum color { RED, GREEN = 5, BLUE } paint = GREEN;
	union { int i; float f; } both = { .i = 1 };
	int uninitialized_var(quiet), loud;
	extern int elsewhere;
	register unsigned long sp asm("rsp");
	static DEFINE_MUTEX(lock);
	static DEFINE_RATELIMIT_STATE(state, HZ, 10);
	DECLARE_BITMAP(bits, 64) = { 0 };
	struct bits { unsigned low : 4, high : 4; u8 : 0; } flags;
	struct page *held __free(put_page) = NULL;
	static const struct { int k; const char *name; } names[] = {
		{ 1, "one" },
		{ .k = 2, .name = "two" },
	};

	page * other;
	a * b[0];
	return (const char *const *)page;
}
