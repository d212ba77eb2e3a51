/*
 * rule:     scoped
 * shows:    the other file: it names functions without calling them by their name
 * headers:  pagemap sched/mm
 * config:   all
 */
#include <linux/pagemap.h>
#include "weir.h"

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

int weir_put_together(struct page *page, struct address_space *mapping)
{
	return weir_call(together, page, mapping);
}
