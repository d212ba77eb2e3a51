/* Tables: by initialiser and by assignment, told apart by the struct, not by the field's name. */
struct harbor_ops {
	int (*load)(int);
	int (*drop)(int);
};

struct pebble_ops {
	int (*load)(int);
};

struct harbor {
	const struct harbor_ops *ops;
	struct pebble_ops own;
};

static int harbor_load(int x)
{
	return x;
}

static int pebble_load(int x)
{
	return x;
}

static int never_called(int x)
{
	return x;
}

static const struct harbor_ops harbor_ops = {
	.load = harbor_load,
	.drop = never_called,
};

static void set_up(struct harbor *h)
{
	h->ops = &harbor_ops;
	h->own.load = pebble_load;
}

static int through_pointer(struct harbor *h)
{
	return h->ops->load(1);
}

static int through_local(struct harbor *h)
{
	const struct harbor_ops *ops = h->ops;

	return ops->load(1);
}

static int through_member(struct harbor *h)
{
	return h->own.load(2);
}

static int of_unknown_type(void)
{
	return somewhere_else()->load(3);
}

int entry(struct harbor *h)
{
	set_up(h);
	return through_pointer(h) + through_local(h) + of_unknown_type();
}

/* WANT:
edge through_pointer --ops struct harbor_ops.load--> harbor_load
edge through_local --ops struct harbor_ops.load--> harbor_load
edge through_member --ops struct pebble_ops.load--> pebble_load
edge of_unknown_type --ops-by-name load--> harbor_load
edge of_unknown_type --ops-by-name load--> pebble_load
edge harbor_ops --handed-over struct harbor_ops.drop--> never_called
edge entry --direct--> set_up
edge entry --direct--> through_pointer
edge entry --direct--> through_local
edge entry --direct--> of_unknown_type
reachable harbor_load
!reachable never_called
!reachable through_member
*/
