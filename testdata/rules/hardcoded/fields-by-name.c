/*
 * rule:     hardcoded
 * shows:    a field whose struct cannot be told is followed by its name
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct tray {
	gfp_t tray_gfp;
	int count;
};

#define TRAY(inode) ((typeof(((struct tray *)0)))(inode)->i_private)

int load_tray(struct page *page, struct inode *inode)
{
	return add_to_page_cache_lru(page, inode->i_mapping, 0, /* verdict passthrough */
				     TRAY(inode)->tray_gfp);
}

void fill_tray_bad(struct tray *tray)
{
	tray->count = 1;
	tray->tray_gfp = GFP_KERNEL; /* want hardcoded: "GFP_KERNEL" */
}

void fill_tray_ok(struct inode *inode)
{
	TRAY(inode)->tray_gfp = mapping_gfp_mask(inode->i_mapping); /* verdict derived origin */
}
