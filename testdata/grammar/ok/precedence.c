/* Binding: every operator against its neighbours, from the left, and the three that go right. */
static int precedence(int a, int b, int c, int d)
{
	int r = a + b * c - d / a % b;

	r = a | b ^ c & d;
	r = a || b && c | d;
	r = a == b < c << d;
	r = a - b - c;
	r = a << b >> c;
	r += b = c = d;
	r = a ? b : c ? d : r;
	r = a ?: b;
	r = a ? b, c : d;
	r = (a + b) * (c - d);
	r = -a * ~b + !c;
	r = *(&a) + sizeof a + sizeof(a) * 2;
	r = a++ + ++b - c-- - --d;
	r <<= a, r >>= b;
	return (r);
}
