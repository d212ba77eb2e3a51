/*
 * rule:     hardcoded
 * shows:    each branch of an #if has a head of its own for one body, which belongs to every configuration
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

#ifdef CONFIG_TWO_HEADS
int whole_heads_bad(struct page *page, struct address_space *mapping, int more)
{
#else
int whole_heads_bad(struct page *page, struct address_space *mapping)
{
#endif
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded @(1): "GFP_KERNEL" */
}

int halves_of_heads_bad(struct page *page, struct address_space *mapping
#ifdef CONFIG_TWO_HEADS
	, int more)
{
#else
	)
{
#endif
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded @(1): "GFP_KERNEL" */
}

#ifdef CONFIG_TWO_HEADS
int in_one_configuration_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded @(CONFIG_TWO_HEADS): "GFP_KERNEL" */
}
#endif
