/*
 * rule:     scoped
 * shows:    what functions do to the scope that their callers hold
 * headers:  pagemap sched/mm err
 * config:   all
 */
#include <linux/err.h>
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

#define gate_begin gate_enter
#define gate_end gate_close

struct gate {
	unsigned int saved;
	int height;
};

static int gate_open(struct gate *gate)
{
	if (gate->height < 0)
		return -EIO;
	gate->saved = memalloc_nofs_save();
	return 0;
}

static void gate_close(struct gate *gate)
{
	memalloc_nofs_restore(gate->saved);
}

static void gate_open_if(struct gate *gate, bool high)
{
	if (high)
		gate->saved = memalloc_nofs_save();
}

static void gate_close_if(struct gate *gate, bool high)
{
	if (high)
		memalloc_nofs_restore(gate->saved);
}

#ifdef CONFIG_GATE_LOG
static void gate_log(struct gate *gate)
{
	gate->saved = memalloc_nofs_save();
}

static void gate_unlog(struct gate *gate)
{
	memalloc_nofs_restore(gate->saved);
}
#else
static void gate_log(struct gate *gate)
{
	gate->height++;
}

static void gate_unlog(struct gate *gate)
{
	gate->height--;
}
#endif

#ifdef CONFIG_GATE_PLAIN
static void gate_trace(struct gate *gate)
{
	gate->height++;
}
#else
static void gate_trace(struct gate *gate)
{
	gate->saved = memalloc_nofs_save();
}
#endif

/* Opens and closes on some ways only. */
static int inspect_then_insert_ok(struct page *page, struct address_space *mapping, struct gate *gate, bool high)
{
	gate_open_if(gate, high);
	gate->height++;
	gate_close_if(gate, high);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
}

/* Opens and closes in one configuration only. */
static int log_then_insert_ok(struct page *page, struct address_space *mapping, struct gate *gate)
{
	gate_log(gate);
	gate->height++;
	gate_unlog(gate);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
}

static int open_if_close_if_then_insert_ok(struct page *page, struct address_space *mapping, struct gate *gate, bool high)
{
	if (high && gate_open(gate))
		return -EIO;
	gate->height++;
	if (high)
		gate_close(gate);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
}

static int close_if_opened_then_insert_ok(struct page *page, struct address_space *mapping, struct gate *gate, bool high)
{
	if (high)
		gate_log(gate);
	if (high)
		gate_close(gate);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
}

static int save_if_restore_if_then_insert_ok(struct page *page, struct address_space *mapping, bool high)
{
	unsigned int nofs;

	if (high)
		nofs = memalloc_nofs_save();
	put_page(page);
	if (high)
		memalloc_nofs_restore(nofs);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
}

static int by_hand_if_then_insert_ok(struct page *page, struct address_space *mapping, bool high)
{
	unsigned int before;

	if (high) {
		before = current->flags;
		current->flags |= PF_MEMALLOC_NOFS;
	}
	put_page(page);
	if (high)
		memalloc_nofs_restore(before);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
}

static int by_hand_masked_then_insert_ok(struct page *page, struct address_space *mapping, bool high)
{
	unsigned int before;

	if (high) {
		before = PF_MEMALLOC_NOFS & current->flags;
		current->flags |= PF_MEMALLOC_NOFS;
	}
	put_page(page);
	if (high)
		memalloc_nofs_restore(before);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
}

static int unlog_then_insert_bad(struct page *page, struct address_space *mapping, struct gate *gate)
{
	gate_unlog(gate);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

static int close_if_then_insert_bad(struct page *page, struct address_space *mapping, struct gate *gate, bool high)
{
	gate_close_if(gate, high);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

static int restore_then_insert_bad(struct page *page, struct address_space *mapping, unsigned int nofs)
{
	memalloc_nofs_restore(nofs);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

static int end_then_insert_bad(struct page *page, struct address_space *mapping, struct gate *gate)
{
	gate_end(gate);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* miss hardcoded: "GFP_KERNEL" -- what a function closes is not known of its other names */
}

int one_scope_for_end(struct page *page, struct address_space *mapping, struct gate *gate)
{
	gate->saved = memalloc_nofs_save();
	return end_then_insert_bad(page, mapping, gate);
}

/* The parameter is a cookie of the caller on one way and one of its own on the other. */
static void leave_or_turn(unsigned int nofs, bool turn)
{
	if (turn)
		nofs = memalloc_nofs_save();
	memalloc_nofs_restore(nofs);
}

static int leave_then_insert_bad(struct page *page, struct address_space *mapping, unsigned int nofs, bool turn)
{
	leave_or_turn(nofs, turn);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

static int restored_in_one_configuration_bad(struct page *page, struct address_space *mapping, unsigned int nofs)
{
#ifdef CONFIG_GATE_EARLY
	memalloc_nofs_restore(nofs);
#endif
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int all_in_one_scope(struct page *page, struct address_space *mapping, struct gate *gate, bool high)
{
	unsigned int nofs = memalloc_nofs_save();
	int error = inspect_then_insert_ok(page, mapping, gate, high);

	error |= log_then_insert_ok(page, mapping, gate);
	error |= open_if_close_if_then_insert_ok(page, mapping, gate, high);
	error |= close_if_opened_then_insert_ok(page, mapping, gate, high);
	error |= save_if_restore_if_then_insert_ok(page, mapping, high);
	error |= by_hand_if_then_insert_ok(page, mapping, high);
	error |= by_hand_masked_then_insert_ok(page, mapping, high);
	memalloc_nofs_restore(nofs);
	return error;
}

int one_scope_for_unlog(struct page *page, struct address_space *mapping, struct gate *gate)
{
	gate->saved = memalloc_nofs_save();
	return unlog_then_insert_bad(page, mapping, gate);
}

int one_scope_for_close_if(struct page *page, struct address_space *mapping, struct gate *gate, bool high)
{
	gate->saved = memalloc_nofs_save();
	return close_if_then_insert_bad(page, mapping, gate, high);
}

int one_scope_for_restore(struct page *page, struct address_space *mapping)
{
	return restore_then_insert_bad(page, mapping, memalloc_nofs_save());
}

int one_scope_for_leave(struct page *page, struct address_space *mapping, bool turn)
{
	return leave_then_insert_bad(page, mapping, memalloc_nofs_save(), turn);
}

int one_scope_for_one_configuration(struct page *page, struct address_space *mapping)
{
	return restored_in_one_configuration_bad(page, mapping, memalloc_nofs_save());
}

int opened_in_the_last_definition_bad(struct page *page, struct address_space *mapping, struct gate *gate)
{
	gate_trace(gate);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int opened_in_one_configuration_bad(struct page *page, struct address_space *mapping)
{
	unsigned int nofs = 0;

#ifdef CONFIG_GATE_EARLY
	nofs = memalloc_nofs_save();
#endif
	return add_to_page_cache_lru(page, mapping, nofs, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

static unsigned int gate_enter(void)
{
	unsigned int nofs = memalloc_nofs_save();

	return nofs;
}


int cookie_from_a_helper_ok(struct page *page, struct address_space *mapping)
{
	unsigned int nofs = gate_enter();
	int error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */

	memalloc_nofs_restore(nofs);
	return error;
}

int cookie_from_an_alias_ok(struct page *page, struct address_space *mapping)
{
	unsigned int nofs = gate_begin();
	int error = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* noise hardcoded: "GFP_KERNEL" -- what a function opens is not known of its other names */

	memalloc_nofs_restore(nofs);
	return error;
}

/* Opens and closes under one condition: afterwards everything is as it was before. */
static void gate_visit_if(struct gate *gate, bool high)
{
	unsigned int nofs;

	if (high)
		nofs = memalloc_nofs_save();
	gate->height++;
	if (high)
		memalloc_nofs_restore(nofs);
}

int closed_after_a_visit_bad(struct page *page, struct address_space *mapping, struct gate *gate, bool high)
{
	int error = gate_open(gate);

	if (error)
		return error;
	gate_visit_if(gate, high);
	gate_close(gate);
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}
