/* Macros that head blocks, lack semicolons, take types, operators and statements. */
static int macros(struct inode *inode, struct list_head *head)
{
	struct item *item, *next;

	list_for_each_entry_safe(item, next, head, list) {
		put(item);
	}
	list_for_each_entry(item, head, list)
		if (item->bad)
			break;
	for_each_set_bit(bit, mask, 8);
	scoped_guard(mutex, &inode->lock) {
		touch(inode);
	}
	guard(rcu)();
	CLASS(fd, f)(inode->fd);
	struct item *auto_item AUTO_ITEM_FREE(free) = NULL;
	do {
		n = walk(n);
	} for_each_range_end(n, head);
	TRACE_HERE
	CHECK_STATE(inode)
	item = container_of(head, struct item, list);
	item = kmalloc_obj(struct item, GFP_NOFS);
	n = min_t(unsigned int, a, b) + max_t(size_t, *p, sizeof(*p));
	ASSERT_CMP(a, >=, b);
	ASSERT_CMP(a, &, b);
	DLM_CHECK(a == b, print(a); print(b););
	D1(if (a) print(a));
	D2(list_for_each_entry(item, head, list) { print(item); });
	D3({ print(a); });
	msec_wait(device, 2000, u32 tmp = read(a); if (tmp) break; );
	EMPTY(, a, );
	if S_ISDIR(inode->i_mode)
		directory(inode);
	printk(KERN_INFO PREFIX "size %" PRIu64 " of %s\n", n, __stringify(NAME) "x");
	CASES(3):
		break;
	wait_event(wq, (item = pop(head)) != NULL);
	RETURN_IF(.field = 3, .other = call(4));
	typeof_member(struct item, list) copy;
	return 0;
}
