/* Statements, with and without braces. */
static void control(struct list_head *head, int n)
{
	int i;

	for (i = 0; i < n; i++)
		if (i & 1)
			continue;
		else
			break;
	for (;;)
		;
	for (int j = 0, k = n; j * k < n; j++, k--) {
		use(j);
	}
	while (n-- > 0)
		do
			n -= 2;
		while (n > 10);
	if (n == 1)
		one();
	else if (n == 2)
		two();
	else if (n == 3) {
		three();
	} else
		many();
	if (n)
retry:
		again();
	switch (n) {
	case A:
	case B + 1: {
		goto retry;
	}
	default:
		return;
	}
	return;
}
