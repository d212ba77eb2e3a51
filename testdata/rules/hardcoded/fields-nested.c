/*
 * rule:     hardcoded
 * shows:    fields of equal name in structs without a tag are different fields
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct port {
	struct {
		struct {
			gfp_t mini_gfp;
			int count;
		} mem;
	} send, *spare;
	struct {
		struct {
			gfp_t mini_gfp;
		} mem;
	} receive;
	union {
		gfp_t flat_gfp;
		unsigned long word;
	};
};

struct bystander {
	gfp_t mini_gfp;
};

struct page *send_page(struct port *port, struct inode *inode)
{
	return find_or_create_page(inode->i_mapping, 0, port->send.mem.mini_gfp); /* step A */ /* verdict passthrough */
}

struct page *flat_page(struct port *port, struct inode *inode)
{
	return find_or_create_page(inode->i_mapping, 0, port->flat_gfp); /* step B */ /* verdict passthrough */
}

void open_port_bad(struct port *port, struct inode *inode)
{
	port->send.mem.mini_gfp = GFP_KERNEL; /* want hardcoded [A]: "GFP_KERNEL" */
	port->flat_gfp = GFP_USER; /* want hardcoded [B]: "GFP_USER" */
}

void spare_port_bad(struct port *port, struct inode *inode)
{
	port->spare->mem.mini_gfp = GFP_NOFS; /* want hardcoded-nofs [A]: "GFP_NOFS" */
}

void open_others_ok(struct port *port, struct bystander *bystander)
{
	port->receive.mem.mini_gfp = GFP_KERNEL; /* ok: that of another member */
	bystander->mini_gfp = GFP_KERNEL; /* ok: that of another struct */
}
