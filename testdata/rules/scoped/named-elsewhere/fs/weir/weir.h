typedef int (*weir_fill_t)(struct page *page, struct address_space *mapping);

struct weir_ops {
	weir_fill_t weir_fill;
};

extern const struct weir_ops weir_ops;

int returned_elsewhere_bad(struct page *page, struct address_space *mapping);
int returned_by_a_cast_bad(struct page *page, struct address_space *mapping);
int chosen_first_bad(struct page *page, struct address_space *mapping);
int chosen_second_bad(struct page *page, struct address_space *mapping);
int called_in_parentheses_bad(struct page *page, struct address_space *mapping);
int put_together_bad(struct page *page, struct address_space *mapping);
