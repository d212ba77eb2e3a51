typedef int (*weir_fill_t)(struct page *page, struct address_space *mapping);

struct weir_ops {
	weir_fill_t weir_fill;
	weir_fill_t weir_hand;
};

extern const struct weir_ops weir_ops;

int returned_elsewhere_bad(struct page *page, struct address_space *mapping);
int returned_by_a_cast_bad(struct page *page, struct address_space *mapping);
int chosen_first_bad(struct page *page, struct address_space *mapping);
int chosen_second_bad(struct page *page, struct address_space *mapping);
int called_in_parentheses_bad(struct page *page, struct address_space *mapping);
int handed_with_a_cast_bad(struct page *page, struct address_space *mapping);
int first_of_a_local_list_bad(struct page *page, struct address_space *mapping);
int value_of_a_macro_bad(struct page *page, struct address_space *mapping);
int put_together_bad(struct page *page, struct address_space *mapping);
