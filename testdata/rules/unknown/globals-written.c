/*
 * rule:     unknown
 * shows:    ways to set a variable at file scope that do not look like a statement of its own
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

static gfp_t on_one_line = GFP_NOIO;
static gfp_t behind_a_test = GFP_NOIO;
static gfp_t raised = GFP_NOIO;
static gfp_t counted = GFP_NOIO;
static gfp_t set_once = GFP_NOIO;
static gfp_t swapped = GFP_NOIO;
static gfp_t aliased = GFP_NOIO;
static gfp_t cast_away = GFP_NOIO;
static gfp_t returned = GFP_NOIO;
static unsigned int parameter = GFP_NOIO;
static unsigned int named_parameter = GFP_NOIO;
static gfp_t compared = GFP_NOIO;
static gfp_t anded = GFP_NOIO;
static gfp_t handed = GFP_NOIO;

module_param(parameter, uint, 0644);
module_param_named(gfp, named_parameter, uint, 0644);

#define ALIAS aliased
#define HANDED_ON (handed | __GFP_NOWARN)

void set_on_one_line(void) { on_one_line = GFP_KERNEL; }

void set_all(bool strong, gfp_t other, struct dentry *directory)
{
	if (strong) behind_a_test = GFP_KERNEL;
	raised += __GFP_FS;
	counted++;
	WRITE_ONCE(set_once, GFP_KERNEL);
	swap(other, swapped);
	ALIAS = GFP_KERNEL;
	debugfs_create_u32("gfp", 0600, directory, (u32 *)&cast_away);
}

gfp_t *returned_address(void)
{
	return &returned;
}

bool look_at(gfp_t gfp)
{
	if (compared == gfp || (gfp & anded))
		return true;
	return gfp & HANDED_ON;
}

int on_one_line_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, on_one_line); /* want hardcoded: "GFP_KERNEL" */
}

int behind_a_test_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, behind_a_test); /* want hardcoded: "GFP_KERNEL" */
}

int raised_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, raised); /* want hardcoded: "__GFP_FS" */
}

int counted_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, counted); /* want unknown: "the variable counted is set" */
}

int set_once_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, READ_ONCE(set_once)); /* want hardcoded: "GFP_KERNEL" */
}

int swapped_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, swapped); /* want unknown: "the variable swapped is set" */
}

int aliased_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, aliased); /* want unknown: "the variable aliased is set" */
}

int cast_away_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, cast_away); /* want unknown: "the variable cast_away is set" */
}

int returned_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, returned); /* want unknown: "the variable returned is set" */
}

int parameter_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, parameter); /* want unknown: "the variable parameter is set" */
}

int named_parameter_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, named_parameter); /* want unknown: "the variable named_parameter is set" */
}

int compared_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, compared); /* want hardcoded-weak: "GFP_NOIO" */
}

int anded_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, anded); /* want hardcoded-weak: "GFP_NOIO" */
}

int handed_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, handed); /* want hardcoded-weak: "GFP_NOIO" */
}
