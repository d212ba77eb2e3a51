/* Brackets that do not match. */
static int unclosed(int n)
{
	before(n);
	n = call(n, (2;
	after(n);
}

static int stray(int n)
{
	before(n);
	n = 4);
	after(n]);
	last(n);
}
