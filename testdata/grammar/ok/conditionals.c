/* #if inside bodies: every branch is read, equal conditions choose alike. */
static int nested(int n)
{
#ifdef CONFIG_A
	a();
#ifdef CONFIG_B
	ab();
#else
	a_not_b();
#endif
#elif defined(CONFIG_C)
	c();
#endif
	return n;
}

static int brace_in_both(int n)
{
#if VERSION >= 2
	if (n > 2) {
#else
	if (n > 1) {
#endif
		body();
	}
	return 0;
}

static int equal_conditions(int n)
{
#ifdef CONFIG_SMP
	if (n) {
#endif
		body();
#ifdef CONFIG_SMP
	}
#endif
#if 0
	never(;
#endif
#if 1
	always();
#else
	never(;
#endif
#define LOCAL(x) ((x) + \
		  1)
	return LOCAL(n);
#undef LOCAL
}

static int in_expression(int n)
{
	return first(n) ||
#ifdef CONFIG_SECOND
	       second(n) ||
#endif
	       third(n
#ifdef CONFIG_ARGUMENT
		     , 4
#endif
	       );
}
