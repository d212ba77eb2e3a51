/*
 * rule:     hardcoded
 * shows:    stores to a field that are made by a macro or a function, and are origins like assignments
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

#define WRITE_ONCE(x, value) do { *(volatile typeof(x) *)&(x) = (value); } while (0)
#define swap(a, b) do { typeof(a) t = (a); (a) = (b); (b) = t; } while (0)

struct by_macro {
	gfp_t macro_gfp;
};

void macro_bad(struct by_macro *at)
{
	WRITE_ONCE(at->macro_gfp, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int macro_ok(struct page *page, struct address_space *to, struct by_macro *at)
{
	return add_to_page_cache_lru(page, to, 0, at->macro_gfp); /* verdict passthrough */
}

struct by_swap {
	gfp_t swap_gfp;
};

void swap_bad(struct by_swap *at)
{
	gfp_t gfp = GFP_KERNEL;

	swap(at->swap_gfp, gfp); /* want hardcoded: "GFP_KERNEL" */
}

int swap_ok(struct page *page, struct address_space *to, struct by_swap *at)
{
	return add_to_page_cache_lru(page, to, 0, at->swap_gfp); /* verdict passthrough */
}

struct by_function {
	gfp_t function_gfp;
};

static void set(gfp_t *gfp)
{
	*gfp = GFP_KERNEL;
}

void function_bad(struct by_function *at)
{
	set(&at->function_gfp); /* want hardcoded: "GFP_KERNEL" */
}

int function_ok(struct page *page, struct address_space *to, struct by_function *at)
{
	return add_to_page_cache_lru(page, to, 0, at->function_gfp); /* verdict passthrough */
}

struct by_pointer {
	gfp_t pointer_gfp;
};

void pointer_bad(struct by_pointer *at)
{
	gfp_t *gfp = &at->pointer_gfp;

	*gfp = GFP_KERNEL; /* want hardcoded: "GFP_KERNEL" */
}

int pointer_ok(struct page *page, struct address_space *to, struct by_pointer *at)
{
	return add_to_page_cache_lru(page, to, 0, at->pointer_gfp); /* verdict passthrough */
}

struct by_memory {
	gfp_t memory_gfp;
};

void memory_bad(struct by_memory *at, gfp_t from)
{
	memcpy(&at->memory_gfp, &from, sizeof(from)); /* want unknown: "memcpy" */
}

int memory_ok(struct page *page, struct address_space *to, struct by_memory *at)
{
	return add_to_page_cache_lru(page, to, 0, at->memory_gfp); /* verdict passthrough */
}
