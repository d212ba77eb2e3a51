/* Functions as values: through casts and stars, handed from variable to variable, in literals. */
typedef int load_t(int);

struct vat_ops {
	int (*load)(int);
	int (*drop)(int);
};

static int cast_load(int x)
{
	return x;
}

static int starred_load(int x)
{
	return x;
}

static int moved_load(int x)
{
	return x;
}

static int literal_load(int x)
{
	return x;
}

static int literal_drop(int x)
{
	return x;
}

static int cast_call(void *anything)
{
	load_t *load = cast_load;

	return ((load_t *)load)(1);
}

static int starred_call(void)
{
	load_t *load = &starred_load;

	return (*load)(1) + (**load)(2);
}

static int moved_call(int turns)
{
	load_t *last = 0, *middle = 0, *first = 0;

	while (turns--) {
		if (last)
			return last(1);
		last = middle;
		middle = first;
		first = moved_load;
	}
	return 0;
}

static int take(struct vat_ops *ops)
{
	return ops->load(1);
}

static int literal_call(void)
{
	return take(&(struct vat_ops){ .load = literal_load, .drop = literal_drop });
}

#ifdef CONFIG_VAT
static int sometimes_load(int x)
{
	return x;
}

static int with_vat(void)
{
	load_t *load = sometimes_load;

	return load(1);
}
#else
static int without_vat(void)
{
	load_t *load = sometimes_load;

	return load(1) + sometimes_load(2);
}
#endif

int entry(void)
{
	return cast_call(0) + starred_call() + moved_call(3) + literal_call();
}

/* WANT:
edge cast_call --filler load--> cast_load
edge starred_call --filler load--> starred_load
edge moved_call --filler last--> moved_load
edge take --ops struct vat_ops.load--> literal_load
edge literal_call --handed-over struct vat_ops.drop--> literal_drop
edge literal_call --direct--> take
edge with_vat --filler load--> sometimes_load
edge entry --direct--> cast_call
edge entry --direct--> starred_call
edge entry --direct--> moved_call
edge entry --direct--> literal_call
reachable moved_load
!reachable literal_drop
*/
