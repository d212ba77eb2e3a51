/*
 * rule:     scoped
 * shows:    scopes of which some configurations have a part only
 * headers:  pagemap sched/mm
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>
extern int cond(void);

int saved_in_one_configuration_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f;
	int err;

#ifdef CONFIG_A
	f = memalloc_nofs_save();
#endif
	err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
#ifdef CONFIG_A
	memalloc_nofs_restore(f);
#endif
	return err;
}

int call_in_the_same_configuration_ok(struct page *page, struct address_space *mapping)
{
	unsigned int f;
	int err = 0;

#ifdef CONFIG_A
	f = memalloc_nofs_save();
#endif
	cond();
#ifdef CONFIG_A
	err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
#endif
#ifdef CONFIG_A
	memalloc_nofs_restore(f);
#endif
	return err;
}

int call_in_another_configuration_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f;
	int err = 0;

#ifdef CONFIG_A
	f = memalloc_nofs_save();
#endif
#ifdef CONFIG_B
	err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
#endif
#ifdef CONFIG_A
	memalloc_nofs_restore(f);
#endif
	return err;
}

int closed_in_one_configuration_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_nofs_save();
	int err = 0;

#ifdef CONFIG_A
	memalloc_nofs_restore(f);
#endif
#ifdef CONFIG_B
	err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
#endif
	return err;
}

int closed_in_the_other_branch_ok(struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_nofs_save();
	int err = 0;

#ifdef CONFIG_A
	memalloc_nofs_restore(f);
#else
	err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
#endif
	return err;
}

int closed_in_the_other_configuration_ok(struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_nofs_save();
	int err = 0;

#ifdef CONFIG_A
	memalloc_nofs_restore(f);
#endif
#ifndef CONFIG_A
	err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
#endif
	return err;
}

int saved_in_two_of_them_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f;
	int err = 0;

#if defined(CONFIG_A) && defined(CONFIG_B)
	f = memalloc_nofs_save();
#endif
#ifdef CONFIG_A
	err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
#endif
	return err;
}

int closed_in_a_third_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f;
	int err = 0;

#if defined(CONFIG_A)
	f = memalloc_nofs_save();
#endif
#if defined(CONFIG_B)
	cond();
#endif
#if defined(CONFIG_C)
	memalloc_nofs_restore(f);
#endif
#if defined(CONFIG_A) && defined(CONFIG_B)
	err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
#endif
	return err;
}

#ifdef CONFIG_A
static unsigned int my_save(void)
{
	return memalloc_nofs_save();
}

#else
static unsigned int my_save(void)
{
	return 0;
}

#endif
int save_that_is_a_stub_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f = my_save();
	int err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */

	memalloc_nofs_restore(f);
	return err;
}

#ifdef CONFIG_A
int never_with_the_stub_ok(struct page *page, struct address_space *mapping)
{
	unsigned int f = my_save();
	int err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* noise hardcoded: "GFP_KERNEL" -- both definitions of the helper are taken to be possible */

	memalloc_nofs_restore(f);
	return err;
}

#endif
static unsigned int my_save_in(void)
{
#ifdef CONFIG_A
	return memalloc_nofs_save();
#else
	return 0;
#endif
}

int stub_in_the_body_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f = my_save_in();
	int err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */

	memalloc_nofs_restore(f);
	return err;
}

static int below_a_scope_of_one_configuration_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

int scope_of_one_configuration(struct page *page, struct address_space *mapping)
{
	unsigned int f;
	int err;

#ifdef CONFIG_A
	f = memalloc_nofs_save();
#endif
	err = below_a_scope_of_one_configuration_bad(page, mapping);
#ifdef CONFIG_A
	memalloc_nofs_restore(f);
#endif
	return err;
}

#ifdef CONFIG_A
static int below_a_scope_of_another_configuration_bad(struct page *page, struct address_space *mapping)
{
	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
}

#endif
int scope_of_another_configuration(struct page *page, struct address_space *mapping)
{
	unsigned int f = 0;
	int err = 0;

#ifdef CONFIG_B
	f = memalloc_nofs_save();
#endif
#ifdef CONFIG_A
	err = below_a_scope_of_another_configuration_bad(page, mapping);
#endif
#ifdef CONFIG_B
	memalloc_nofs_restore(f);
#endif
	return err;
}

int closed_in_yet_another_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f;
	int err = 0;

#ifdef CONFIG_A
	f = memalloc_nofs_save();
#endif
#ifdef CONFIG_B
	memalloc_nofs_restore(f);
#endif
#ifdef CONFIG_A
	err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
#endif
	return err;
}

int closed_in_a_branch_bad(struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_nofs_save();
	int err = 0;

#ifdef CONFIG_A
	memalloc_nofs_restore(f);
#elif defined(CONFIG_B)
	cond();
#endif
#ifdef CONFIG_C
	err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* want hardcoded: "GFP_KERNEL" */
#endif
	return err;
}

int asked_in_the_code_ok(struct page *page, struct address_space *mapping)
{
	unsigned int f = memalloc_nofs_save();
	int err = 0;

	if (IS_ENABLED(CONFIG_A))
		memalloc_nofs_restore(f);
	if (!IS_ENABLED(CONFIG_A)) {
		err = add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL); /* verdict scoped */
		memalloc_nofs_restore(f);
	}
	return err;
}
