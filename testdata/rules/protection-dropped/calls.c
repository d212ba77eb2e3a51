/*
 * rule:     protection-dropped
 * shows:    a call loses its mask, its flags or its scope, and asks a mapping that nobody restricts
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>
#include <linux/sched/mm.h>

/* The real thing: a constant that was there for a transaction goes with the helper it was for. */
struct page *grab_bad(struct address_space *mapping, pgoff_t index)
{
	/* want+1 protection-dropped (error): "^__GFP_FS can be used again in grab_bad\(\), which calls grab_cache_page\(\): the mask GFP_NOFS \(.*\) kept it out, and is not what it is called with any more$" */
	return grab_cache_page(mapping, index); /* before: return find_or_create_page(mapping, index, GFP_NOFS); */
}

/* The mask goes, and the scope stays. */
struct page *grab_scoped_ok(struct address_space *mapping, pgoff_t index)
{
	unsigned int flags = memalloc_nofs_save();
	struct page *page;

	page = grab_cache_page(mapping, index); /* before: page = find_or_create_page(mapping, index, GFP_NOFS); */
	memalloc_nofs_restore(flags);
	return page;
}

/* The scope goes, and nothing of what is left shows it. */
struct page *unscoped_bad(struct address_space *mapping, pgoff_t index)
{
	/* want+1 protection-dropped (error): "^__GFP_FS can be used again in unscoped_bad\(\), which calls grab_cache_page\(\): the NOFS scope opened in unscoped_bad\(\) .* kept it out, and is gone$" */
	unsigned int flags = 0; /* before: unsigned int flags = memalloc_nofs_save(); */
	struct page *page;

	page = grab_cache_page(mapping, index);
	index = flags; /* before: memalloc_nofs_restore(flags); */
	return page;
}

/* The scope is there, and ends too early. */
struct page *narrower_bad(struct address_space *mapping, pgoff_t index)
{
	unsigned int flags = memalloc_nofs_save();
	struct page *page;

	memalloc_nofs_restore(flags); /* before: */
	/* want+1 protection-dropped (error): "^__GFP_FS can be used again in narrower_bad\(\), which calls grab_cache_page\(\): the NOFS scope opened in narrower_bad\(\) .* kept it out, and no longer holds on every way$" */
	page = grab_cache_page(mapping, index);
	/* before: memalloc_nofs_restore(flags); */
	return page;
}

/* The flag goes. */
struct page *flag_bad(struct address_space *mapping, pgoff_t index)
{
	/* want+2 protection-dropped (error): "^__GFP_FS can be used again in flag_bad\(\), .*: the flag FGP_NOFS \(.*\) kept it out" */
	/* verdict+1 derived */
	return pagecache_get_page(mapping, index, FGP_CREAT, mapping_gfp_mask(mapping)); /* before: return pagecache_get_page(mapping, index, FGP_CREAT | FGP_NOFS, mapping_gfp_mask(mapping)); */
}

/* Less than before is no loss. */
struct page *stricter_ok(struct address_space *mapping, pgoff_t index)
{
	/* verdict+1 derived */
	return find_or_create_page(mapping, index, mapping_gfp_constraint(mapping, GFP_NOIO)); /* before: return grab_cache_page(mapping, index); */
}
