#ifndef MINI_FS_H
#define MINI_FS_H

#include <linux/gfp.h>
#include <linux/list.h>

struct inode;
struct file;
struct page;

struct address_space {
	struct inode *host;
	unsigned long flags;
	unsigned long nrpages;
};

struct address_space_operations {
	int (*readpage)(struct file *, struct page *);
	int (*readpages)(struct file *, struct address_space *,
			 struct list_head *, unsigned int);
};

struct super_block {
	void *s_fs_info;
};

struct inode {
	struct address_space *i_mapping;
	struct address_space i_data;
	struct super_block *i_sb;
	loff_t i_size;
	void *i_private;
};

struct file {
	struct address_space *f_mapping;
	struct inode *f_inode;
	void *private_data;
};

#endif
