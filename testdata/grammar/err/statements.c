/* One statement cannot be read; all others are. */
static int broken(int n)
{
	before(n);
	n = = call_inside(n) 5 6;
	if (n @ other_call(n)) {
		kept(n);
	} else {
		also_kept(n);
	}
	while (n)
		x y z w(1) + ;
	for (int i = 0 i < call_in_for(n); i++) {
		in_for(i);
	}
	after(n);
	return 0;
}
