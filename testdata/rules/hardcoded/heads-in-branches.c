/*
 * rule:     hardcoded
 * shows:    parameters that close in each branch of an #if, and the function behind them
 * headers:  pagemap
 * config:   all
 */
int one_head_a_branch_bad(
#ifdef CONFIG_NEW
	struct address_space *mapping, struct page *page)
#else
	struct address_space *mapping)
#endif
{
	return add_to_page_cache_lru(NULL, mapping, 1, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int the_next_bad(struct address_space *mapping)
{
	return add_to_page_cache_lru(NULL, mapping, 1, GFP_USER); /* want hardcoded: "GFP_USER" */
}

int closes_once_more_ok(struct address_space *mapping
#ifdef CONFIG_NEW
	)
#else
	, struct page *page)
#endif
{
	return add_to_page_cache_lru(NULL, mapping, 1, mapping_gfp_mask(mapping)); /* verdict derived */
}
