/* A head that cannot be read; the body is. */
static int 5 + oops(int n)
{
	return body(n);
}
