#ifndef MINI_LIST_H
#define MINI_LIST_H

#include <linux/types.h>

#define mini_entry(node, type, member) \
	((type *)((char *)(node) - __builtin_offsetof(type, member)))
#define list_for_each_entry(pos, head, member)                                 \
	for (pos = mini_entry((head)->next, typeof(*pos), member);             \
	     &pos->member != (head);                                           \
	     pos = mini_entry(pos->member.next, typeof(*pos), member))
#define list_for_each_entry_safe(pos, tmp, head, member)                       \
	for (pos = mini_entry((head)->next, typeof(*pos), member),             \
	    tmp = mini_entry(pos->member.next, typeof(*pos), member);          \
	     &pos->member != (head);                                           \
	     pos = tmp, tmp = mini_entry(tmp->member.next, typeof(*tmp), member))

bool list_empty(const struct list_head *head);
void list_del(struct list_head *node);
void list_add(struct list_head *node, struct list_head *head);

#endif
