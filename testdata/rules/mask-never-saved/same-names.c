/*
 * rule:     mask-never-saved
 * shows:    fields of one name in several structs, some of them set, by name or by their address
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct trunk {
	struct file *file;
	gfp_t stowed;
};

struct locker {
	struct file *file;
	gfp_t stowed;
	gfp_t taken_out;
};

struct crate {
	struct file *file;
	gfp_t taken_out;
};

static void stow(gfp_t *where, struct address_space *mapping)
{
	*where = mapping_gfp_mask(mapping);
}

void trunk_open_ok(struct trunk *trunk)
{
	trunk->stowed = mapping_gfp_mask(trunk->file->f_mapping);
	mapping_set_gfp_mask(trunk->file->f_mapping, trunk->stowed & ~__GFP_FS);
}

void trunk_close_ok(struct trunk *trunk)
{
	mapping_set_gfp_mask(trunk->file->f_mapping, trunk->stowed); /* ok: trunk_open_ok() saves it */
}

void locker_close_ok(struct locker *locker)
{
	stow(&locker->stowed, locker->file->f_mapping);
	mapping_set_gfp_mask(locker->file->f_mapping, locker->stowed); /* ok: its address is taken, and only the other struct sets it by name */
}

void crate_open_ok(struct crate *crate)
{
	crate->taken_out = mapping_gfp_mask(crate->file->f_mapping);
	mapping_set_gfp_mask(crate->file->f_mapping, crate->taken_out & ~__GFP_IO);
}

void locker_restore_bad(struct locker *locker)
{
	mapping_set_gfp_mask(locker->file->f_mapping, locker->taken_out); /* want mask-never-saved: "from struct locker.taken_out, which nothing ever sets" */
}

/* Only a part of the mask comes from the field. */
void locker_mix_ok(struct locker *locker)
{
	mapping_set_gfp_mask(locker->file->f_mapping, locker->taken_out | GFP_NOIO); /* ok: the field is not the whole mask */
}
