/* Parentheses: casts, compound literals, sizeof, calls through parentheses. */
struct point {
	int x, y;
};

typedef unsigned int my_flags_t;

static long casts(void *p, long n, int (*call)(long))
{
	struct point *q = (struct point *)p;
	my_flags_t f = (my_flags_t)n | (my_flags_t) 4;
	long m = (long)(n) - (int)-1;

	*(unsigned char __user *)p = (u8)n;
	q = &(struct point){ .x = 1, .y = (int)n };
	m = (n) - (m);
	m = (n) * (m) & (f);
	m = (call)(n);
	m = sizeof(struct point) + sizeof(*q) + sizeof(q->x) + sizeof((u8)n);
	m = (u32)~n + (__force my_flags_t)n;
	m = ((int (*)(long))p)(n);
	m = (const char *)p - (char *)q;
	return ((struct point[]){ { 1, 2 }, { 3, 4 } })[1].y;
}
