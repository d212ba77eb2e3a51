/*
 * rule:     derived
 * shows:    callers in another file hand in constants
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>
#include "handed.h"

int raft_up(struct page *page, struct address_space *mapping)
{
	return raft_page(page, mapping, false);
}

int raft_down(struct page *page, struct address_space *mapping)
{
	return raft_page(page, mapping, false);
}

int ferry_up(struct page *page, struct address_space *mapping)
{
	return ferry_page_bad(page, mapping, false);
}

int ferry_down(struct page *page, struct address_space *mapping)
{
	return ferry_page_bad(page, mapping, true);
}

int barge_up(struct page *page, struct address_space *mapping)
{
	return barge_page_bad(page, mapping, false);
}

int (*handed_barge)(struct page *page, struct address_space *mapping, bool urgent) = barge_page_bad;
