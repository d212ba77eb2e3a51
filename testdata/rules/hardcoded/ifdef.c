/*
 * rule:     hardcoded
 * shows:    branches of #if carry their presence condition
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

#ifdef CONFIG_MINI_BOLD
int whole_function_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded @(CONFIG_MINI_BOLD): "GFP_KERNEL" */
}
#else

int whole_function_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_NOFS); /* want hardcoded-nofs @(!CONFIG_MINI_BOLD): "GFP_NOFS" */
}
#endif

int branch_of_a_body_bad(struct page *page, struct address_space *mapping)
{
#if defined(CONFIG_MINI_BOLD) && !defined(CONFIG_MINI_CALM)
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded @(CONFIG_MINI_BOLD && !CONFIG_MINI_CALM): "GFP_KERNEL" */
#else
	return add_to_page_cache_lru(page, mapping, 0, mapping_gfp_mask(mapping)); /* verdict derived */
#endif
}

int chain_of_branches_bad(struct page *page, struct address_space *mapping)
{
	int error = 0;

#if IS_ENABLED(CONFIG_MINI_CALM)
	error = add_to_page_cache_lru(page, mapping, 0, mapping_gfp_mask(mapping)); /* verdict derived */
#elif defined(CONFIG_MINI_BOLD)
	error = add_to_page_cache_lru(page, mapping, 1, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
#endif
	return error;
}

int mask_in_a_branch_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_mask(mapping);

#ifdef CONFIG_MINI_BOLD
	gfp = GFP_KERNEL; /* step A */
#endif
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want hardcoded [A]: "add_to_page_cache_lru" */
}

#ifdef CONFIG_MINI_BOLD
#define MINI_GFP GFP_KERNEL
#else
#define MINI_GFP GFP_NOFS
#endif

int macro_of_two_faces_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, MINI_GFP); /* want hardcoded: "add_to_page_cache_lru" */
}

int brace_in_both_branches_bad(struct page *page, struct address_space *mapping, int n)
{
#ifdef CONFIG_MINI_BOLD
	if (n > 0) {
#else
	if (n > 1) {
#endif
		return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
	}
	return 0;
}

int after_the_brace_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

#if 0
int never_compiled_ok(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* ok: nobody compiles this */
}
#endif
