#ifndef MINI_FS_H
#define MINI_FS_H

#include <linux/gfp.h>
#include <linux/list.h>

struct page;
struct folio;
struct file;
struct inode;
struct readahead_control;

struct address_space {
	struct inode *host;
	gfp_t gfp_mask;
	unsigned long flags;
	unsigned long nrpages;
	const struct address_space_operations *a_ops;
	void *private_data;
};

struct address_space_operations {
	int (*read_folio)(struct file *, struct folio *);
	void (*readahead)(struct readahead_control *);
	int (*write_begin)(struct file *, struct address_space *, loff_t,
			   unsigned int, struct page **, void **);
};

struct block_device {
	struct inode *bd_inode;
};

struct super_block {
	struct block_device *s_bdev;
	unsigned long s_flags;
	unsigned int s_blocksize;
	void *s_fs_info;
};

struct inode {
	struct address_space *i_mapping;
	struct address_space i_data;
	struct super_block *i_sb;
	unsigned long i_ino;
	loff_t i_size;
	void *i_private;
};

struct file {
	struct address_space *f_mapping;
	struct inode *f_inode;
	void *private_data;
};

#define SB_RDONLY 1
#define IS_SYNC(inode) ((inode)->i_sb->s_flags & 16)

struct inode *new_inode(struct super_block *sb);
void iput(struct inode *inode);
void inode_nohighmem(struct inode *inode);
struct inode *file_inode(const struct file *file);
loff_t i_size_read(const struct inode *inode);

#endif
