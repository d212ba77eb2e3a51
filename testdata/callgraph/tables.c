/* Tables set by place, copied, and written by a macro; and a table of another configuration. */
struct harbor_ops {
	int (*load)(int);
	int (*drop)(int);
};

struct harbor {
	const char *name;
	struct harbor_ops ops;
	int (*on_done)(int);
};

#define DEFINE_HARBOR_OPS(_name, _load) \
	const struct harbor_ops _name = { .load = _load }

static int placed_load(int x)
{
	return x;
}

static int placed_drop(int x)
{
	return x;
}

static int template_load(int x)
{
	return x;
}

static int made_load(int x)
{
	return x;
}

static int nested_load(int x)
{
	return x;
}

static int placed_done(int x)
{
	return x;
}

static int done(int x)
{
	return x;
}

static const struct harbor_ops placed_ops = { placed_load, placed_drop };

static const struct harbor_ops template_ops = {
	.load = template_load,
};

static const struct harbor nested[] = {
	{ "nested", { .load = nested_load }, placed_done },
};

static DEFINE_HARBOR_OPS(made_ops, made_load);

static void copy(struct harbor *h, const struct harbor *from)
{
	h->ops = template_ops;
	memcpy(&h->ops, &from->ops, sizeof(h->ops));
	h->on_done = done;
}

static int use(struct harbor *h)
{
	return h->ops.load(1);
}

int entry(struct harbor *h)
{
	copy(h, &nested[0]);
	return use(h) + h->ops.drop(2) + h->on_done(3);
}

/* WANT:
edge use --ops struct harbor_ops.load--> placed_load
edge use --ops struct harbor_ops.load--> template_load
edge use --ops struct harbor_ops.load--> made_load
edge use --ops struct harbor_ops.load--> nested_load
edge entry --ops struct harbor_ops.drop--> placed_drop
edge entry --ops struct harbor.on_done--> done
edge entry --ops struct harbor.on_done--> placed_done
edge entry --direct--> copy
edge entry --direct--> use
reachable made_load
*/
