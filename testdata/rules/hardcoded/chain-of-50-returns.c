/*
 * rule:     hardcoded
 * shows:    fifty helpers hand a mask back, one to the next
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

static gfp_t pass00(gfp_t gfp)
{
	return gfp | __GFP_NOWARN;
}

static gfp_t pass01(gfp_t gfp)
{
	return pass00(gfp);
}

static gfp_t pass02(gfp_t gfp)
{
	return pass01(gfp);
}

static gfp_t pass03(gfp_t gfp)
{
	return pass02(gfp);
}

static gfp_t pass04(gfp_t gfp)
{
	return pass03(gfp);
}

static gfp_t pass05(gfp_t gfp)
{
	return pass04(gfp);
}

static gfp_t pass06(gfp_t gfp)
{
	return pass05(gfp);
}

static gfp_t pass07(gfp_t gfp)
{
	return pass06(gfp);
}

static gfp_t pass08(gfp_t gfp)
{
	return pass07(gfp);
}

static gfp_t pass09(gfp_t gfp)
{
	return pass08(gfp);
}

static gfp_t pass10(gfp_t gfp)
{
	return pass09(gfp);
}

static gfp_t pass11(gfp_t gfp)
{
	return pass10(gfp);
}

static gfp_t pass12(gfp_t gfp)
{
	return pass11(gfp);
}

static gfp_t pass13(gfp_t gfp)
{
	return pass12(gfp);
}

static gfp_t pass14(gfp_t gfp)
{
	return pass13(gfp);
}

static gfp_t pass15(gfp_t gfp)
{
	return pass14(gfp);
}

static gfp_t pass16(gfp_t gfp)
{
	return pass15(gfp);
}

static gfp_t pass17(gfp_t gfp)
{
	return pass16(gfp);
}

static gfp_t pass18(gfp_t gfp)
{
	return pass17(gfp);
}

static gfp_t pass19(gfp_t gfp)
{
	return pass18(gfp);
}

static gfp_t pass20(gfp_t gfp)
{
	return pass19(gfp);
}

static gfp_t pass21(gfp_t gfp)
{
	return pass20(gfp);
}

static gfp_t pass22(gfp_t gfp)
{
	return pass21(gfp);
}

static gfp_t pass23(gfp_t gfp)
{
	return pass22(gfp);
}

static gfp_t pass24(gfp_t gfp)
{
	return pass23(gfp);
}

static gfp_t pass25(gfp_t gfp)
{
	return pass24(gfp);
}

static gfp_t pass26(gfp_t gfp)
{
	return pass25(gfp);
}

static gfp_t pass27(gfp_t gfp)
{
	return pass26(gfp);
}

static gfp_t pass28(gfp_t gfp)
{
	return pass27(gfp);
}

static gfp_t pass29(gfp_t gfp)
{
	return pass28(gfp);
}

static gfp_t pass30(gfp_t gfp)
{
	return pass29(gfp);
}

static gfp_t pass31(gfp_t gfp)
{
	return pass30(gfp);
}

static gfp_t pass32(gfp_t gfp)
{
	return pass31(gfp);
}

static gfp_t pass33(gfp_t gfp)
{
	return pass32(gfp);
}

static gfp_t pass34(gfp_t gfp)
{
	return pass33(gfp);
}

static gfp_t pass35(gfp_t gfp)
{
	return pass34(gfp);
}

static gfp_t pass36(gfp_t gfp)
{
	return pass35(gfp);
}

static gfp_t pass37(gfp_t gfp)
{
	return pass36(gfp);
}

static gfp_t pass38(gfp_t gfp)
{
	return pass37(gfp);
}

static gfp_t pass39(gfp_t gfp)
{
	return pass38(gfp);
}

static gfp_t pass40(gfp_t gfp)
{
	return pass39(gfp);
}

static gfp_t pass41(gfp_t gfp)
{
	return pass40(gfp);
}

static gfp_t pass42(gfp_t gfp)
{
	return pass41(gfp);
}

static gfp_t pass43(gfp_t gfp)
{
	return pass42(gfp);
}

static gfp_t pass44(gfp_t gfp)
{
	return pass43(gfp);
}

static gfp_t pass45(gfp_t gfp)
{
	return pass44(gfp);
}

static gfp_t pass46(gfp_t gfp)
{
	return pass45(gfp);
}

static gfp_t pass47(gfp_t gfp)
{
	return pass46(gfp);
}

static gfp_t pass48(gfp_t gfp)
{
	return pass47(gfp);
}

static gfp_t pass49(gfp_t gfp)
{
	return pass48(gfp);
}

int returned_from_deep_down_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, pass49(GFP_KERNEL)); /* want hardcoded: "add_to_page_cache_lru" */
}

int returned_from_deep_down_ok(struct page *page, struct address_space *mapping)
{
	gfp_t gfp = pass49(mapping_gfp_mask(mapping));

	return add_to_page_cache_lru(page, mapping, 0, gfp); /* verdict derived */
}
