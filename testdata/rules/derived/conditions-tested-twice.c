/*
 * rule:     derived
 * shows:    conditions that are tested twice, written in several ways
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>
extern int cond(void);

static void give_up(void)
{
	panic("no way");
}

static int never(void)
{
	give_up();
	return 0;
}

int by_error_ok(struct page *page, struct address_space *mapping)
{
	gfp_t m = GFP_KERNEL;
	int err = cond();

	if (!err)
		m = mapping_gfp_mask(mapping);
	if (unlikely(err != 0))
		goto out;
	err = add_to_page_cache_lru(page, mapping, 0, m); /* verdict derived */
out:
	return err;
}

int by_flag_ok(struct page *page, struct address_space *mapping)
{
	gfp_t m = GFP_KERNEL;
	bool found = false;

	if (cond()) {
		m = mapping_gfp_mask(mapping);
		found = true;
	}
	if (!found)
		return -ENOENT;
	return add_to_page_cache_lru(page, mapping, 0, m); /* verdict derived */
}

int by_errno_ok(struct page *page, struct address_space *mapping)
{
	gfp_t m = GFP_KERNEL;
	int err = 0;

	if (cond())
		err = -EIO;
	else
		m = mapping_gfp_mask(mapping);
	if (err < 0)
		return err;
	return add_to_page_cache_lru(page, mapping, 0, m); /* verdict derived */
}

int by_assertion_ok(struct page *page, struct address_space *mapping, int own)
{
	gfp_t m = GFP_KERNEL;

	if (!own)
		m = mapping_gfp_mask(mapping);
	BUG_ON(own);
	return add_to_page_cache_lru(page, mapping, 0, m); /* verdict derived */
}

int by_option_ok(struct page *page, struct address_space *mapping)
{
	gfp_t m = GFP_KERNEL;

	if (IS_ENABLED(CONFIG_POND))
		m = mapping_gfp_mask(mapping);
	cond();
	if (!IS_ENABLED(CONFIG_POND))
		return 0;
	return add_to_page_cache_lru(page, mapping, 0, m); /* verdict derived */
}

int by_a_function_that_gives_up_ok(struct page *page, struct address_space *mapping, int how)
{
	gfp_t m;

	switch (how) {
	case 1:
		m = mapping_gfp_mask(mapping);
		break;
	default:
		m = GFP_KERNEL;
		never();
	}
	return add_to_page_cache_lru(page, mapping, 0, m); /* verdict derived */
}

int by_low_bits_ok(struct page *page, struct address_space *mapping, int how)
{
	gfp_t m = GFP_KERNEL;

	switch (how & 1) {
	case 0: m = mapping_gfp_mask(mapping); break;
	case 1: m = readahead_gfp_mask(mapping); break;
	}
	return add_to_page_cache_lru(page, mapping, 0, m); /* verdict derived */
}
