/* What one file of this sample calls of the other. */
#ifndef SAMPLE_HANDED_H
#define SAMPLE_HANDED_H

int raft_page(struct page *page, struct address_space *mapping, bool urgent);
int ferry_page_bad(struct page *page, struct address_space *mapping, bool urgent);
int barge_page_bad(struct page *page, struct address_space *mapping, bool urgent);

#endif
