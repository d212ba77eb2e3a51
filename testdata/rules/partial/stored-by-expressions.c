/*
 * rule:     partial
 * shows:    stores to variables whose address an expression, a struct, a table or an array parameter holds
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct peg { gfp_t *to; };

static void fill_array(gfp_t masks[], int n)
{
	while (n--)
		masks[n] = GFP_KERNEL;
}

static void fill_counting(gfp_t *masks, gfp_t *end)
{
	while (masks < end)
		*masks++ = GFP_KERNEL;
}

static void fill_pointed(gfp_t (*masks)[2])
{
	(*masks)[0] = GFP_KERNEL;
}

int array_parameter_bad(struct page *page, struct address_space *mapping)
{
	gfp_t masks[2] = { mapping_gfp_mask(mapping), mapping_gfp_mask(mapping) };

	fill_array(masks, 2);
	return add_to_page_cache_lru(page, mapping, 0, masks[0]); /* want partial: "GFP_KERNEL" */
}

int counted_pointer_bad(struct page *page, struct address_space *mapping)
{
	gfp_t masks[2] = { mapping_gfp_mask(mapping), mapping_gfp_mask(mapping) };

	fill_counting(masks, masks + 2);
	return add_to_page_cache_lru(page, mapping, 0, masks[1]); /* want partial: "GFP_KERNEL" */
}

int pointer_to_an_array_bad(struct page *page, struct address_space *mapping)
{
	gfp_t masks[2] = { mapping_gfp_mask(mapping), mapping_gfp_mask(mapping) };

	fill_pointed(&masks);
	return add_to_page_cache_lru(page, mapping, 0, masks[0]); /* miss partial: "GFP_KERNEL" -- stores behind a pointer to an array are not followed */
}

int pointer_in_a_struct_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_mask(mapping);
	struct peg peg = { .to = &gfp };

	*peg.to = GFP_KERNEL;
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want partial: "GFP_KERNEL" */
}

int pointer_in_a_table_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_mask(mapping);
	struct peg pegs[] = { { &gfp } };

	*pegs[0].to = GFP_KERNEL;
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want partial: "GFP_KERNEL" */
}

int one_of_two_addresses_bad(struct page *page, struct address_space *mapping, int which)
{
	gfp_t gfp = mapping_gfp_mask(mapping), other = 0;

	*(which ? &gfp : &other) = GFP_KERNEL;
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want partial: "GFP_KERNEL" */
}

int some_byte_of_it_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_mask(mapping);

	((unsigned char *)&gfp)[0] |= 0x80;
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want unknown: "stored through a pointer" */
}

int address_as_a_number_bad(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = mapping_gfp_mask(mapping);
	unsigned long at = (unsigned long)&gfp;

	*(gfp_t *)at = GFP_KERNEL;
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* want partial: "GFP_KERNEL" */
}

int another_one_of_two_ok(struct page *page, struct address_space *mapping, int which)
{
	gfp_t gfp = mapping_gfp_mask(mapping), one, other;

	*(which ? &one : &other) = GFP_KERNEL;
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* verdict derived */
}

int pointer_to_its_own_array_bad(struct page *page, struct address_space *mapping)
{
	gfp_t masks[2] = { mapping_gfp_mask(mapping), mapping_gfp_mask(mapping) };
	gfp_t (*all)[2] = &masks;

	(*all)[0] = GFP_KERNEL;
	return add_to_page_cache_lru(page, mapping, 0, masks[0]); /* want partial: "GFP_KERNEL" */
}

int first_of_its_own_array_bad(struct page *page, struct address_space *mapping)
{
	gfp_t masks[2] = { mapping_gfp_mask(mapping), mapping_gfp_mask(mapping) };
	gfp_t (*all)[2];

	all = &masks;
	**all = GFP_KERNEL;
	return add_to_page_cache_lru(page, mapping, 0, masks[0]); /* want partial: "GFP_KERNEL" */
}

int row_of_its_own_array_bad(struct page *page, struct address_space *mapping, int i)
{
	gfp_t masks[2] = { mapping_gfp_mask(mapping), mapping_gfp_mask(mapping) };
	gfp_t (*all)[2] = &masks;

	all[0][i] = GFP_KERNEL;
	return add_to_page_cache_lru(page, mapping, 0, masks[0]); /* want partial: "GFP_KERNEL" */
}

struct weights {
	gfp_t masks[2];
};

int pointer_to_an_array_in_a_struct_bad(struct page *page, struct address_space *mapping)
{
	struct weights weights = { { mapping_gfp_mask(mapping), mapping_gfp_mask(mapping) } };
	gfp_t *first = weights.masks;

	first[0] = GFP_KERNEL;
	return add_to_page_cache_lru(page, mapping, 0, weights.masks[0]); /* miss partial: "GFP_KERNEL" -- an array in a struct is not followed to pointers that are set to it */
}

int subscript_in_front_bad(struct page *page, struct address_space *mapping, int i)
{
	gfp_t masks[2] = { mapping_gfp_mask(mapping), mapping_gfp_mask(mapping) };

	i[masks] = GFP_KERNEL;
	return add_to_page_cache_lru(page, mapping, 0, masks[0]); /* miss partial: "GFP_KERNEL" -- a subscript in front of its array is not taken for one */
}

int union_without_a_tag_bad(struct page *page, struct address_space *mapping)
{
	union {
		gfp_t gfp;
		unsigned int bits;
	} either = { .gfp = mapping_gfp_mask(mapping) };

	either.bits = GFP_KERNEL;
	return add_to_page_cache_lru(page, mapping, 0, either.gfp); /* miss partial: "GFP_KERNEL" -- the members of a union without a tag are taken for different places */
}
