/*
 * rule:     scoped
 * shows:    the other file: it names functions without calling them by their name
 * headers:  pagemap sched/mm
 * config:   all
 */
#include <linux/pagemap.h>
#include "weir.h"

#define weir_pick(first) ((first) ? value_of_a_macro_bad : NULL)
#define weir_call(how, page, mapping) put_##how##_bad(page, mapping)

weir_fill_t weir_returned(void)
{
	return returned_elsewhere_bad;
}

weir_fill_t weir_cast(void)
{
	return (weir_fill_t)&returned_by_a_cast_bad;
}

weir_fill_t weir_chosen(int first)
{
	return first ? chosen_first_bad : chosen_second_bad;
}

int weir_in_parentheses(struct page *page, struct address_space *mapping)
{
	return (*called_in_parentheses_bad)(page, mapping);
}

int weir_behind_a_field(const struct weir_ops *ops, struct page *page, struct address_space *mapping)
{
	return (*ops->weir_fill)(page, mapping);
}

extern int weir_later(void *fill, struct page *page, struct address_space *mapping);

int weir_handed(struct page *page, struct address_space *mapping)
{
	return weir_later((void *)handed_with_a_cast_bad, page, mapping);
}

int weir_handed_from_a_field(const struct weir_ops *ops, struct page *page, struct address_space *mapping)
{
	return weir_later((void *)ops->weir_hand, page, mapping);
}

int weir_list(struct page *page, struct address_space *mapping)
{
	weir_fill_t fills[] = { first_of_a_local_list_bad, NULL };

	return fills[0](page, mapping);
}

int weir_picked(struct page *page, struct address_space *mapping)
{
	weir_fill_t fill = weir_pick(1);

	return fill(page, mapping);
}

int weir_put_together(struct page *page, struct address_space *mapping)
{
	return weir_call(together, page, mapping);
}
