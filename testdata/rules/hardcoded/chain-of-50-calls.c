/*
 * rule:     hardcoded
 * shows:    a mask travels down fifty calls to the sink
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

static int down00(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return add_to_page_cache_lru(page, mapping, 0, gfp); /* step Z */ /* verdict passthrough */
}

static int down01(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down00(page, mapping, gfp); /* verdict passthrough origin */
}

static int down02(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down01(page, mapping, gfp); /* verdict passthrough origin */
}

static int down03(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down02(page, mapping, gfp); /* verdict passthrough origin */
}

static int down04(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down03(page, mapping, gfp); /* verdict passthrough origin */
}

static int down05(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down04(page, mapping, gfp); /* verdict passthrough origin */
}

static int down06(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down05(page, mapping, gfp); /* verdict passthrough origin */
}

static int down07(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down06(page, mapping, gfp); /* verdict passthrough origin */
}

static int down08(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down07(page, mapping, gfp); /* verdict passthrough origin */
}

static int down09(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down08(page, mapping, gfp); /* verdict passthrough origin */
}

static int down10(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down09(page, mapping, gfp); /* verdict passthrough origin */
}

static int down11(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down10(page, mapping, gfp); /* verdict passthrough origin */
}

static int down12(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down11(page, mapping, gfp); /* verdict passthrough origin */
}

static int down13(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down12(page, mapping, gfp); /* verdict passthrough origin */
}

static int down14(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down13(page, mapping, gfp); /* verdict passthrough origin */
}

static int down15(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down14(page, mapping, gfp); /* verdict passthrough origin */
}

static int down16(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down15(page, mapping, gfp); /* verdict passthrough origin */
}

static int down17(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down16(page, mapping, gfp); /* verdict passthrough origin */
}

static int down18(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down17(page, mapping, gfp); /* verdict passthrough origin */
}

static int down19(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down18(page, mapping, gfp); /* verdict passthrough origin */
}

static int down20(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down19(page, mapping, gfp); /* verdict passthrough origin */
}

static int down21(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down20(page, mapping, gfp); /* verdict passthrough origin */
}

static int down22(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down21(page, mapping, gfp); /* verdict passthrough origin */
}

static int down23(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down22(page, mapping, gfp); /* verdict passthrough origin */
}

static int down24(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down23(page, mapping, gfp); /* verdict passthrough origin */
}

static int down25(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down24(page, mapping, gfp); /* step M */ /* verdict passthrough origin */
}

static int down26(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down25(page, mapping, gfp); /* verdict passthrough origin */
}

static int down27(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down26(page, mapping, gfp); /* verdict passthrough origin */
}

static int down28(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down27(page, mapping, gfp); /* verdict passthrough origin */
}

static int down29(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down28(page, mapping, gfp); /* verdict passthrough origin */
}

static int down30(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down29(page, mapping, gfp); /* verdict passthrough origin */
}

static int down31(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down30(page, mapping, gfp); /* verdict passthrough origin */
}

static int down32(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down31(page, mapping, gfp); /* verdict passthrough origin */
}

static int down33(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down32(page, mapping, gfp); /* verdict passthrough origin */
}

static int down34(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down33(page, mapping, gfp); /* verdict passthrough origin */
}

static int down35(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down34(page, mapping, gfp); /* verdict passthrough origin */
}

static int down36(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down35(page, mapping, gfp); /* verdict passthrough origin */
}

static int down37(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down36(page, mapping, gfp); /* verdict passthrough origin */
}

static int down38(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down37(page, mapping, gfp); /* verdict passthrough origin */
}

static int down39(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down38(page, mapping, gfp); /* verdict passthrough origin */
}

static int down40(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down39(page, mapping, gfp); /* verdict passthrough origin */
}

static int down41(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down40(page, mapping, gfp); /* verdict passthrough origin */
}

static int down42(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down41(page, mapping, gfp); /* verdict passthrough origin */
}

static int down43(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down42(page, mapping, gfp); /* verdict passthrough origin */
}

static int down44(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down43(page, mapping, gfp); /* verdict passthrough origin */
}

static int down45(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down44(page, mapping, gfp); /* verdict passthrough origin */
}

static int down46(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down45(page, mapping, gfp); /* verdict passthrough origin */
}

static int down47(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down46(page, mapping, gfp); /* verdict passthrough origin */
}

static int down48(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down47(page, mapping, gfp); /* verdict passthrough origin */
}

static int down49(struct page *page, struct address_space *mapping, gfp_t gfp)
{
	return down48(page, mapping, gfp); /* verdict passthrough origin */
}

int handed_down_bad(struct page *page, struct address_space *mapping)
{
	return down49(page, mapping, GFP_KERNEL); /* want hardcoded [M Z]: "GFP_KERNEL" */
}

int handed_down_ok(struct page *page, struct address_space *mapping)
{
	return down49(page, mapping, mapping_gfp_mask(mapping)); /* verdict derived origin */
}
