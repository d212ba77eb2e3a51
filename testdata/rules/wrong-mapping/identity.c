/*
 * rule:     wrong-mapping
 * shows:    one mapping under many names: helpers, containers, round trips, pages of a mapping
 * headers:  pagemap
 * config:   all
 */
#include <linux/pagemap.h>

struct harbor_inode {
	int flags;
	struct inode vfs_inode;
};

#define HARBOR_MAPPING(inode) ((inode)->i_mapping)

static inline struct harbor_inode *HARBOR_I(struct inode *inode)
{
	return container_of(inode, struct harbor_inode, vfs_inode);
}

static inline struct inode *harbor_vfs(struct harbor_inode *hi)
{
	struct inode *inode = &hi->vfs_inode;

	return inode;
}

static struct address_space *harbor_mapping(struct harbor_inode *hi)
{
	return HARBOR_MAPPING(harbor_vfs(hi));
}

static struct address_space *either(struct inode *inode, struct address_space *mapping)
{
	if (inode)
		return inode->i_mapping;
	return mapping;
}

int helper_bad(struct page *page, struct harbor_inode *from, struct harbor_inode *to)
{
	return add_to_page_cache_lru(page, harbor_mapping(to), 0, /* want wrong-mapping: "from->vfs_inode->i_mapping" */
				     mapping_gfp_mask(harbor_mapping(from)));
}

int macro_bad(struct page *page, struct inode *dir, struct inode *inode)
{
	return add_to_page_cache_lru(page, HARBOR_MAPPING(inode), 0, /* want wrong-mapping: "dir->i_mapping" */
				     mapping_gfp_mask(dir->i_mapping));
}

int round_trip_bad(struct page *page, struct inode *dir, struct inode *inode)
{
	struct inode *host = dir->i_mapping->host;

	return add_to_page_cache_lru(page, inode->i_mapping, 0, /* want wrong-mapping: "dir->i_mapping" */
				     mapping_gfp_mask(host->i_mapping));
}

int container_bad(struct page *page, struct inode *dir, struct inode *inode)
{
	struct harbor_inode *hi = HARBOR_I(dir);

	return add_to_page_cache_lru(page, inode->i_mapping, 0, /* want wrong-mapping: "dir->i_mapping" */
				     mapping_gfp_mask(hi->vfs_inode.i_mapping));
}

int page_of_another_bad(struct page *page, struct address_space *from, struct address_space *to)
{
	struct page *old = find_get_page(from, 0);

	return add_to_page_cache_lru(page, to, 0, mapping_gfp_mask(old->mapping)); /* want wrong-mapping: "mask of from" */
}

int folio_of_another_bad(struct folio *folio, struct address_space *from, struct address_space *to)
{
	struct folio *old = filemap_lock_folio(from, 0);

	return filemap_add_folio(to, folio, 0, mapping_gfp_mask(folio_mapping(old))); /* want wrong-mapping: "mask of from" */
}

int new_inode_bad(struct page *page, struct inode *dir)
{
	struct inode *inode = new_inode(dir->i_sb);

	return add_to_page_cache_lru(page, inode->i_mapping, 0, /* want wrong-mapping: "dir->i_mapping" */
				     mapping_gfp_mask(dir->i_mapping));
}

int source_and_destination_bad(struct page *page, struct file *src, struct file *dst)
{
	gfp_t gfp = mapping_gfp_mask(file_inode(src)->i_mapping);

	return add_to_page_cache_lru(page, dst->f_mapping, 0, gfp); /* want wrong-mapping: "src->f_mapping" */
}

int helper_of_one_ok(struct page *page, struct harbor_inode *hi)
{
	return add_to_page_cache_lru(page, harbor_mapping(hi), 0, /* verdict derived */
				     mapping_gfp_mask(harbor_vfs(hi)->i_mapping));
}

int there_and_back_ok(struct page *page, struct inode *inode)
{
	struct harbor_inode *hi = HARBOR_I(inode);

	return add_to_page_cache_lru(page, inode->i_mapping, 0, /* verdict derived */
				     mapping_gfp_mask(harbor_mapping(hi)));
}

int page_of_the_mapping_ok(struct page *page, struct address_space *mapping)
{
	struct page *old = find_lock_page(mapping, 0);

	return add_to_page_cache_lru(page, mapping, 0, mapping_gfp_mask(old->mapping)); /* verdict derived */
}

int readahead_ok(struct readahead_control *rac, struct folio *new)
{
	struct folio *folio = readahead_folio(rac);

	return filemap_add_folio(rac->mapping, new, 0, /* verdict derived */
				 mapping_gfp_mask(folio->mapping));
}

int helper_with_a_branch_ok(struct page *page, struct inode *dir, struct inode *inode)
{
	return add_to_page_cache_lru(page, inode->i_mapping, 0, /* verdict derived */
				     mapping_gfp_mask(either(dir, inode->i_mapping)));
}

int new_inode_of_its_own_ok(struct page *page, struct inode *dir)
{
	struct inode *inode = new_inode(dir->i_sb);

	return add_to_page_cache_lru(page, inode->i_mapping, 0, /* verdict derived */
				     mapping_gfp_mask(&inode->i_data));
}

int stored_before_ok(struct page *page, struct dentry *dentry, struct inode *dir)
{
	struct inode *inode = new_inode(dir->i_sb);

	d_instantiate(dentry, inode);
	return add_to_page_cache_lru(page, inode->i_mapping, 0, /* verdict derived */
				     mapping_gfp_mask(d_inode(dentry)->i_mapping));
}

int new_inode_nobody_has_bad(struct page *page, struct file *file)
{
	struct inode *inode = file_inode(file);
	struct inode *other = new_inode(inode->i_sb);

	if (!other)
		return -ENOMEM;
	return add_to_page_cache_lru(page, inode->i_mapping, 0, /* want wrong-mapping: "new_inode" */
				     mapping_gfp_mask(other->i_mapping));
}

int new_inode_nobody_has_on_one_way_bad(struct page *page, struct file *file, bool other_one)
{
	struct inode *inode = file_inode(file);
	struct inode *other = new_inode(inode->i_sb);

	return add_to_page_cache_lru(page, inode->i_mapping, 0, /* want wrong-mapping: "new_inode" */
				     mapping_gfp_mask(other_one ? inode->i_mapping : other->i_mapping));
}

int new_inode_handed_on_ok(struct page *page, struct dentry *dentry)
{
	struct inode *other = new_inode(dentry->d_sb);

	d_instantiate(dentry, other);
	return add_to_page_cache_lru(page, d_inode(dentry)->i_mapping, 0, /* verdict derived */
				     mapping_gfp_mask(other->i_mapping));
}
