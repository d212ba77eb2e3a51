/*
 * rule:     hardcoded
 * shows:    the prototype
 * headers:  pagemap
 * config:   all
 */
extern struct folio *mapping_read_folio_gfp(gfp_t gfp,
					    struct address_space *mapping, pgoff_t index)
	__attribute__((warn_unused_result));
