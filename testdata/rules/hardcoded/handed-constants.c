/*
 * rule:     hardcoded
 * shows:    what all callers of a static function hand in decides its conditions
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct reader {
	gfp_t more;
};

static int never_asked(struct page *page, struct address_space *mapping, struct reader *reader)
{
	gfp_t gfp = mapping_gfp_mask(mapping);

	if (reader)
		gfp = GFP_KERNEL;
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* verdict derived */
}

int one_ok(struct page *page, struct address_space *mapping)
{
	return never_asked(page, mapping, NULL);
}

int another_ok(struct page *page, struct address_space *mapping)
{
	struct reader *none = NULL;

	return never_asked(page, mapping, none);
}

static int asked_once_bad(struct page *page, struct address_space *mapping, bool fast)
{
	return add_to_page_cache_lru(page, mapping, 0, fast ? mapping_gfp_mask(mapping) : GFP_KERNEL); /* want partial: "GFP_KERNEL" */
}

int fast_ok(struct page *page, struct address_space *mapping)
{
	return asked_once_bad(page, mapping, true);
}

int slow_ok(struct page *page, struct address_space *mapping)
{
	return asked_once_bad(page, mapping, false);
}

static int handed_on(struct page *page, struct address_space *mapping, int how)
{
	return add_to_page_cache_lru(page, mapping, 0, how == 2 ? GFP_KERNEL : mapping_gfp_mask(mapping)); /* verdict derived */
}

static int between(struct page *page, struct address_space *mapping, int how)
{
	return handed_on(page, mapping, how);
}

int through_another_ok(struct page *page, struct address_space *mapping)
{
	return between(page, mapping, 1);
}

static int changed_before_bad(struct page *page, struct address_space *mapping, int how)
{
	how++;
	return add_to_page_cache_lru(page, mapping, 0, how == 2 ? GFP_KERNEL : mapping_gfp_mask(mapping)); /* want partial: "GFP_KERNEL" */
}

int changing_ok(struct page *page, struct address_space *mapping)
{
	return changed_before_bad(page, mapping, 1);
}

static int by_a_pointer_bad(struct page *page, struct address_space *mapping, int how)
{
	return add_to_page_cache_lru(page, mapping, 0, how == 2 ? GFP_KERNEL : mapping_gfp_mask(mapping)); /* want partial: "GFP_KERNEL" */
}

int (*reader_of_all)(struct page *page, struct address_space *mapping, int how) = by_a_pointer_bad;

int by_name_ok(struct page *page, struct address_space *mapping)
{
	return by_a_pointer_bad(page, mapping, 1);
}

int for_everyone_bad(struct page *page, struct address_space *mapping, int how)
{
	return add_to_page_cache_lru(page, mapping, 0, how == 2 ? GFP_KERNEL : mapping_gfp_mask(mapping)); /* want partial: "GFP_KERNEL" */
}
EXPORT_SYMBOL_GPL(for_everyone_bad);

int known_caller_ok(struct page *page, struct address_space *mapping)
{
	return for_everyone_bad(page, mapping, 1);
}
