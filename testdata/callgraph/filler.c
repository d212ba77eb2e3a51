/* Functions handed over as arguments: called there, handed on, kept in a struct, or lost. */
struct work {
	int (*run)(int);
	int (*kept)(int);
};

static int fill(int x)
{
	return x;
}

static int fill_twice(int x)
{
	return x + x;
}

static int fill_local(int x)
{
	return x;
}

static int kept(int x)
{
	return x;
}

static int lost(int x)
{
	return x;
}

static int read_one(int index, int (*filler)(int))
{
	return filler(index);
}

static int read_all(int count, int (*filler)(int))
{
	return read_one(count, filler);
}

static void prepare(struct work *work, int (*run)(int))
{
	work->run = run;
}

static int finish(struct work *work)
{
	return work->run(1);
}

static int choose(int x)
{
	int (*how)(int) = fill_local;

	if (x)
		how = &fill_twice;
	return how(x);
}

int entry(struct work *work)
{
	read_one(1, fill);
	read_all(2, fill_twice);
	prepare(work, kept);
	queue_elsewhere(lost);
	return choose(3) + finish(work);
}

/* WANT:
edge read_one --filler filler--> fill
edge read_one --filler filler--> fill_twice
edge read_all --direct--> read_one
edge choose --filler how--> fill_local
edge choose --filler how--> fill_twice
edge finish --ops struct work.run--> kept
edge entry --handed-over queue_elsewhere--> lost
edge entry --direct--> read_one
edge entry --direct--> read_all
edge entry --direct--> prepare
edge entry --direct--> choose
edge entry --direct--> finish
reachable kept
!reachable lost
*/
