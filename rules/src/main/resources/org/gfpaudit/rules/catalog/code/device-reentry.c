#include <linux/fs.h>
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

struct request;
void serve(struct request *rq, struct page *page);

/* bad */
void disk_worker_bad(struct address_space *mapping, struct request *rq)
{
	serve(rq, find_or_create_page(mapping, 0, GFP_KERNEL));
}

/* good */
void disk_worker_ok(struct address_space *mapping, struct request *rq)
{
	unsigned int flags = memalloc_noio_save();

	serve(rq, find_or_create_page(mapping, 0, GFP_KERNEL));
	memalloc_noio_restore(flags);
}
