/* Calls by name, by another name, through macros; a local variable hides a function. */
static void leaf(void)
{
}

#define other_leaf leaf
#define wrapped(x) ({ leaf(); (x); })

static void by_name(void)
{
	leaf();
}

static void by_alias(void)
{
	other_leaf();
}

static int by_macro(int x)
{
	return wrapped(x);
}

static void again(int depth)
{
	if (depth)
		again(depth - 1);
}

static void hidden(void (*leaf)(void))
{
	if (leaf)
		leaf();
}

void entry(void)
{
	by_name();
	by_alias();
}

/* WANT:
edge by_name --direct--> leaf
edge by_alias --direct other_leaf--> leaf
edge by_macro --direct--> wrapped
edge wrapped --direct--> leaf
edge again --direct--> again
edge entry --direct--> by_name
edge entry --direct--> by_alias
reachable leaf
!reachable by_macro
!reachable hidden
*/
