/*
 * rule:     reclaim-deadlock
 * shows:    what reclaims waits for a page that another task writes
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct scan_control {
	gfp_t gfp_mask;
};

bool folio_test_writeback(struct folio *folio);
void folio_wait_writeback(struct folio *folio);
bool has_no_throttling(struct scan_control *sc);

static bool may_enter_fs(struct folio *folio, gfp_t gfp_mask)
{
	return gfp_mask & __GFP_FS;
}

unsigned int shrink_folio_list(struct folio **list, struct scan_control *sc)
{
	struct folio *folio = list[0];

	if (folio_test_writeback(folio)) {
		if (!has_no_throttling(sc) || !may_enter_fs(folio, sc->gfp_mask))
			return 0;
		folio_wait_writeback(folio);
	}
	return 1;
}
