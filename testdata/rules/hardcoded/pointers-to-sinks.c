/*
 * rule:     hardcoded
 * shows:    a sink or relative that is called through a variable, a parameter or a field
 * headers:  pagemap
 * config:   all
 */
typedef struct page *(*getter)(struct address_space *mapping, pgoff_t index, gfp_t gfp);

static getter of_the_file = find_or_create_page;

static getter assigned_later;

struct adding {
	getter add;
};

static const struct adding table = {
	.add = find_or_create_page,
};

void assigns(void)
{
	assigned_later = find_or_create_page;
}

struct page *file_scope_bad(struct address_space *mapping)
{
	return of_the_file(mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL reaches find_or_create_page" */
}

struct page *assigned_bad(struct address_space *mapping)
{
	return assigned_later(mapping, 0, GFP_USER); /* want hardcoded: "GFP_USER reaches find_or_create_page" */
}

struct page *local_bad(struct address_space *mapping)
{
	struct page *(*put)(struct address_space *, pgoff_t, gfp_t) = find_or_create_page;

	return put(mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL reaches find_or_create_page" */
}

struct page *local_ok(struct address_space *mapping)
{
	getter put = find_or_create_page;

	return put(mapping, 0, mapping_gfp_mask(mapping)); /* verdict derived */
}

struct page *field_bad(const struct adding *adding, struct address_space *mapping)
{
	return adding->add(mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL reaches find_or_create_page" */
}

static struct page *adds_bad(getter add, struct address_space *mapping)
{
	return add(mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL reaches find_or_create_page" */
}

struct page *hands_it_in_ok(struct address_space *mapping)
{
	return adds_bad(find_or_create_page, mapping);
}

static struct page *grabs(struct address_space *mapping, gfp_t gfp)
{
	return find_or_create_page(mapping, 0, gfp); /* verdict passthrough */
}

struct page *relative_bad(struct address_space *mapping)
{
	struct page *(*grab)(struct address_space *, gfp_t) = grabs;

	return grab(mapping, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL reaches find_or_create_page" */
}

struct page *one_of_two_bad(struct address_space *mapping, int locked)
{
	getter put = locked ? NULL : find_or_create_page;

	return put(mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL reaches find_or_create_page" */
}

struct page *one_of_two_later_bad(struct address_space *mapping, int locked)
{
	getter put;

	put = locked ? &find_or_create_page : NULL;
	return put(mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL reaches find_or_create_page" */
}

/* No file of this tree defines the next one. */
int add_to_page_cache_locked(struct page *page, struct address_space *mapping, pgoff_t index, gfp_t gfp);

typedef int (*adder)(struct page *page, struct address_space *mapping, pgoff_t index, gfp_t gfp);

static adder declared_only = add_to_page_cache_locked;

int declared_local_bad(struct page *page, struct address_space *mapping)
{
	adder put = add_to_page_cache_locked;

	return put(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL reaches add_to_page_cache_locked" */
}

int declared_one_of_two_bad(struct page *page, struct address_space *mapping, int locked)
{
	adder put = locked ? add_to_page_cache_locked : NULL;

	return put(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL reaches add_to_page_cache_locked" */
}

int declared_global_bad(struct page *page, struct address_space *mapping)
{
	return declared_only(page, mapping, 0, GFP_KERNEL); /* miss hardcoded: "GFP_KERNEL" -- a variable at file scope is followed from definitions only */
}

static getter gives(void)
{
	return find_or_create_page;
}

struct page *given_bad(struct address_space *mapping)
{
	return gives()(mapping, 0, GFP_KERNEL); /* miss hardcoded: "GFP_KERNEL" -- what a function returns is not followed to calls of it */
}

static const getter getters[] = { find_or_create_page };

struct page *one_of_a_table_bad(struct address_space *mapping, int how)
{
	return getters[how](mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL reaches find_or_create_page" */
}

struct page *one_of_a_local_table_bad(struct address_space *mapping, int how)
{
	getter ways[] = { find_or_create_page };

	return ways[how](mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL reaches find_or_create_page" */
}

struct page *chosen_where_it_is_called_bad(struct address_space *mapping, int locked)
{
	return (locked ? NULL : find_or_create_page)(mapping, 0, GFP_KERNEL); /* miss hardcoded: "GFP_KERNEL" -- a callee that is no name is not followed */
}

static getter changing[2];

void changes(void)
{
	changing[1] = find_or_create_page;
}

struct page *one_of_a_table_that_is_filled_bad(struct address_space *mapping, int how)
{
	return (*changing[how])(mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL reaches find_or_create_page" */
}

struct page *one_of_a_local_table_that_is_filled_bad(struct address_space *mapping, int how)
{
	getter ways[2];

	ways[0] = find_or_create_page;
	return ways[how](mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL reaches find_or_create_page" */
}

typedef struct page *(*short_getter)(struct address_space *mapping, gfp_t gfp);

static const short_getter relatives[] = { NULL, grabs };

struct page *relative_of_a_table_bad(struct address_space *mapping, int how)
{
	return relatives[how](mapping, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL reaches find_or_create_page" */
}

struct page *relative_of_a_table_ok(struct address_space *mapping, int how)
{
	return relatives[how](mapping, mapping_gfp_mask(mapping)); /* verdict derived origin */
}

struct pier {
	getter ways[2];
};

static const struct pier pier = { .ways = { find_or_create_page } };

struct page *one_of_a_table_in_a_struct_bad(struct address_space *mapping, int how)
{
	return pier.ways[how](mapping, 0, GFP_KERNEL); /* miss hardcoded: "GFP_KERNEL" -- tables in structs are not followed */
}

struct page *chosen_in_a_function_that_is_read_bad(struct address_space *mapping, int locked)
{
	struct page *page = grabs(mapping, mapping_gfp_mask(mapping)); /* verdict derived origin */

	return page ? page : (locked ? grabs : NULL)(mapping, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL reaches find_or_create_page" */
}

#define GET(kind) find_or_create_##kind

struct page *name_that_is_put_together_bad(struct address_space *mapping)
{
	return GET(page)(mapping, 0, GFP_KERNEL); /* miss hardcoded: "GFP_KERNEL" -- names that ## makes are not put together */
}
