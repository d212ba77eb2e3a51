/*
 * rule:     passthrough
 * shows:    readers of a field that mix it with a mask they are handed
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct sluice {
	struct address_space *mapping;
	gfp_t sluice_gfp;
	gfp_t spare_gfp;
};

struct culvert {
	gfp_t culvert_gfp;
};

static struct page *sluice_page(struct sluice *sluice, gfp_t more)
{
	return find_or_create_page(sluice->mapping, 0, sluice->sluice_gfp | more); /* verdict passthrough */
}

static struct page *sluice_either(struct sluice *sluice, gfp_t other, bool which)
{
	return find_or_create_page(sluice->mapping, 0, which ? sluice->spare_gfp : other); /* verdict passthrough */
}

void sluice_set_bad(struct sluice *sluice)
{
	sluice->sluice_gfp = GFP_KERNEL; /* want hardcoded: "GFP_KERNEL" */
	sluice->spare_gfp = GFP_USER; /* want hardcoded: "GFP_USER" */
}

struct page *sluice_first(struct sluice *sluice)
{
	return sluice_page(sluice, __GFP_NOWARN); /* verdict passthrough origin */
}

struct page *sluice_second_bad(struct sluice *sluice, bool which)
{
	return sluice_either(sluice, GFP_KERNEL, which); /* want hardcoded: "GFP_KERNEL" */
}

/* Nobody here calls this: what it is handed besides is not known, what the field brings is. */
struct page *culvert_page(struct culvert *culvert, struct address_space *mapping, gfp_t more)
{
	return find_or_create_page(mapping, 0, culvert->culvert_gfp | more); /* verdict passthrough */
}

void culvert_set_bad(struct culvert *culvert)
{
	culvert->culvert_gfp = GFP_KERNEL; /* miss hardcoded: "GFP_KERNEL" -- where nobody is seen to hand the rest in, no path is left */ /* noise hardcoded-weak: "GFP_KERNEL" -- no path is taken for a mask without bits */
}
