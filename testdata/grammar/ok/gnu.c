/* GNU C: statement expressions, typeof, ranges, labels as values, asm, attributes. */
static int __attribute__((noinline)) gnu(int n, void *data)
{
	__label__ again, out;
	static void *targets[] = { &&again, &&out };
	typeof(n) copy = n;
	__auto_type other = copy;
	typeof(int *) pointer = &copy;
	unsigned __int128 wide = 0;
	int x __attribute__((unused)), y [[maybe_unused]] = 3;
	int table[] = { [0] = 1, [2 ... 5] = 7, [8] 9 };
	struct point old = { x: 1, y: 2 };
	struct tail { int count; char data[0]; } *tail = data;

	x = ({ int t = n; t += 1; t; });
	_Static_assert(sizeof(int) == 4, "int");
	switch (n) {
	case 1 ... 5:
		x++;
		fallthrough;
	case 'a': case 'b':
		break;
	default:
		__attribute__((fallthrough));
	}
again:
	asm volatile("mov %1, %0" : "=r" (x), [tag] "+m" (*pointer) : "r" (n + 1) : "memory", "cc");
	asm goto("jmp %l[out]" : : "i" (n) : : out);
	goto *targets[n];
out: __maybe_unused;
	x = _Generic(n, int: 1, unsigned long: f(2), default: 3);
	x = __builtin_offsetof(struct tail, data) + __builtin_types_compatible_p(int, long);
	return __extension__ x ?: (int)wide;
}
