/*
 * rule:     unknown
 * shows:    masks and pointers that are counted up or down, and structs taken for others
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct tally { gfp_t gfp; int n; };

struct ledger { gfp_t kept; int n; };

int counted_up_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = GFP_NOWAIT;

	gfp++;
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want unknown: "counted" */
}

int counted_down_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_mask(mapping);

	--gfp;
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want unknown: "counted" */
}

int counted_beside_it_ok(struct page *page, struct address_space *mapping)
{
	struct tally tally = { .gfp = mapping_gfp_mask(mapping) };

	tally.n++;
	return add_to_page_cache_lru(page, mapping, 0, tally.gfp); /* verdict derived */
}

int copied_from_another_type_bad(struct page *page, struct address_space *mapping)
{
	struct tally tally = { .gfp = mapping_gfp_mask(mapping) };
	struct ledger ledger = { .kept = GFP_KERNEL };

	tally = *(struct tally *)&ledger;
	return add_to_page_cache_lru(page, mapping, 0, tally.gfp); /* want unknown: "another type" */
}

int copied_by_a_pointer_bad(struct page *page, struct address_space *mapping)
{
	struct tally tally = { .gfp = mapping_gfp_mask(mapping) };
	struct ledger ledger = { .kept = GFP_KERNEL };
	void *any = &ledger;

	tally = *(struct tally *)any;
	return add_to_page_cache_lru(page, mapping, 0, tally.gfp); /* want unknown: "another type" */
}

int copied_behind_a_pointer_bad(struct page *page, struct address_space *mapping, struct tally *tally)
{
	struct ledger ledger = { .kept = GFP_KERNEL };

	tally->gfp = mapping_gfp_mask(mapping);
	*tally = *(struct tally *)&ledger;
	return add_to_page_cache_lru(page, mapping, 0, tally->gfp); /* want unknown: "another type" */
}

int copied_from_the_same_type_ok(struct page *page, struct address_space *mapping)
{
	struct tally tally, other = { .gfp = mapping_gfp_mask(mapping) };
	void *any = &other;

	tally = *(struct tally *)any;
	return add_to_page_cache_lru(page, mapping, 0, tally.gfp); /* verdict derived */
}

int behind_a_counted_pointer_bad(struct page *page, struct address_space *mapping, struct tally *tally)
{
	tally->gfp = mapping_gfp_mask(mapping);
	tally++;
	return add_to_page_cache_lru(page, mapping, 0, tally->gfp); /* want unknown: "a pointer that is counted" */
}

struct head { gfp_t head_gfp; };

struct around { struct head head; };

int set_by_its_head_bad(struct page *page, struct address_space *mapping)
{
	struct around around = { .head.head_gfp = mapping_gfp_mask(mapping) };
	struct head *head = (struct head *)&around;

	head->head_gfp = GFP_KERNEL;
	return add_to_page_cache_lru(page, mapping, 0, around.head.head_gfp); /* want partial: "GFP_KERNEL" */
}

int set_as_a_number_bad(struct page *page, struct address_space *mapping)
{
	struct tally tally = { .gfp = mapping_gfp_mask(mapping) };
	gfp_t *first = (gfp_t *)&tally;

	*first = GFP_KERNEL;
	return add_to_page_cache_lru(page, mapping, 0, tally.gfp); /* want partial: "GFP_KERNEL" */
}

int set_by_its_own_type_ok(struct page *page, struct address_space *mapping)
{
	struct tally tally = { .gfp = GFP_KERNEL };
	struct tally *same = &tally;

	same->gfp = mapping_gfp_mask(mapping);
	return add_to_page_cache_lru(page, mapping, 0, tally.gfp); /* verdict derived */
}
