package org.gfpaudit.analyzer.consequence;

import static org.gfpaudit.analyzer.consequence.Shores.SCOPED;
import static org.gfpaudit.analyzer.consequence.Shores.STRUCTS;
import static org.gfpaudit.analyzer.consequence.Shores.rank;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gfpaudit.rules.finding.InodeKind;
import org.gfpaudit.rules.finding.MappingKinds;
import org.junit.jupiter.api.Test;

/** The kinds of inodes that code tells of a mapping. */
class InodeKindsTest {
  private static MappingKinds kinds(String code, String function) {
    return rank("fs/kelp/file.c", STRUCTS + code, SCOPED, function).consequence().kinds();
  }

  private static void assertKind(InodeKind kind, String code, String function) {
    MappingKinds found = kinds(code, function);
    assertEquals(List.of(kind), found.kinds());
    assertTrue(found.isWhole(), found::text);
    assertFalse(found.evidence().isEmpty());
  }

  @Test
  void anInodeKeptInAFieldIsMetadata() {
    String code =
        """
        struct kelp_info { struct inode *tree; };
        int kelp_mount(struct kelp_info *info, struct super_block *sb)
        {
        	info->tree = new_inode(sb);
        	return 0;
        }
        int kelp_read(struct kelp_info *info, struct page *page)
        {
        	return add_to_page_cache_lru(page, info->tree->i_mapping, 0, GFP_KERNEL);
        }
        """;
    assertKind(InodeKind.METADATA, code, "kelp_read");
    // What anybody may put there is not known to be the file system's own.
    MappingKinds open = kinds(code.replace("new_inode(sb)", "kelp_any(sb)"), "kelp_read");
    assertFalse(open.isKnown(), open::text);
  }

  @Test
  void aReservedNumberTellsMetadata() {
    assertKind(
        InodeKind.METADATA,
        """
        int kelp_read(struct super_block *sb, struct page *page)
        {
        	struct inode *inode = kelp_iget(sb, KELP_QUOTA_INO);
        	return add_to_page_cache_lru(page, inode->i_mapping, 0, GFP_KERNEL);
        }
        """,
        "kelp_read");
  }

  @Test
  void aTestAroundTheCallTellsTheKind() {
    String code =
        """
        int kelp_read(struct inode *inode, struct page *page)
        {
        	if (%s)
        		return add_to_page_cache_lru(page, inode->i_mapping, 0, GFP_KERNEL);
        	return 0;
        }
        """;
    assertKind(InodeKind.DIRECTORY, code.formatted("S_ISDIR(inode->i_mode)"), "kelp_read");
    assertKind(
        InodeKind.SYMLINK, code.formatted("inode->i_size && S_ISLNK(inode->i_mode)"), "kelp_read");
    assertFalse(
        kinds(code.formatted("inode->i_size || S_ISLNK(inode->i_mode)"), "kelp_read").isKnown());
    assertFalse(kinds(code.formatted("!S_ISDIR(inode->i_mode)"), "kelp_read").isKnown());
  }

  @Test
  void aReturnBeforeTheCallTellsTheKind() {
    assertKind(
        InodeKind.REGULAR,
        """
        int kelp_read(struct inode *inode, struct page *page)
        {
        	if (!S_ISREG(inode->i_mode))
        		return 0;
        	return add_to_page_cache_lru(page, inode->i_mapping, 0, GFP_KERNEL);
        }
        """,
        "kelp_read");
  }

  @Test
  void aTestTellsNothingBehindItsBranchOrBehindALabel() {
    String code =
        """
        int kelp_read(struct inode *inode, struct page *page, int n)
        {
        	if (S_ISDIR(inode->i_mode)) {
        		if (!S_ISDIR(inode->i_mode))
        			return 0;
        		n++;
        	}
        	if (n)
        		goto again;
        	%s
        again:
        	return add_to_page_cache_lru(page, inode->i_mapping, 0, GFP_KERNEL);
        }
        """;
    assertFalse(kinds(code.formatted(""), "kelp_read").isKnown());
    String leaves = "if (!S_ISREG(inode->i_mode))\n\t\treturn 0;";
    assertFalse(kinds(code.formatted(leaves), "kelp_read").isKnown());
    assertKind(
        InodeKind.REGULAR,
        code.formatted(leaves).replace("again:\n", "").replace("goto again", "n--"),
        "kelp_read");
  }

  @Test
  void aTestInALoopTellsTheKindInTheConditionAtItsEnd() {
    String code =
        """
        int kelp_read(struct inode *inode, struct page *page)
        {
        	do {
        		if (!S_ISREG(inode->i_mode))
        			return 0;
        	} while (add_to_page_cache_lru(page, inode->i_mapping, 0, GFP_KERNEL));
        	return 0;
        }
        """;
    assertKind(InodeKind.REGULAR, code, "kelp_read");
  }

  @Test
  void aCaseOfTheModeTellsTheKindUnlessItIsFallenInto() {
    String code =
        """
        int kelp_read(struct inode *inode, struct page *page)
        {
        	switch (inode->i_mode & S_IFMT) {
        	case S_IFREG:
        		page = 0;
        		%s
        	case S_IFDIR:
        		return add_to_page_cache_lru(page, inode->i_mapping, 0, GFP_KERNEL);
        	}
        	return 0;
        }
        """;
    assertKind(InodeKind.DIRECTORY, code.formatted("break;"), "kelp_read");
    assertEquals(
        List.of(InodeKind.REGULAR, InodeKind.DIRECTORY),
        kinds(code.formatted(""), "kelp_read").kinds());
  }

  @Test
  void anOperationTellsTheKind() {
    String code =
        """
        static int kelp_symlink(struct inode *dir, struct dentry *dentry, const char *name)
        {
        	return add_to_page_cache_lru(0, %s->i_mapping, 0, GFP_KERNEL);
        }
        static const struct inode_operations kelp_dir_ops = {
        	.symlink = kelp_symlink,
        };
        """;
    assertKind(InodeKind.DIRECTORY, code.formatted("dir"), "kelp_symlink");
    assertKind(InodeKind.SYMLINK, code.formatted("d_inode(dentry)"), "kelp_symlink");
  }

  @Test
  void theCallersTellTheKindOfAParameter() {
    String code =
        """
        static int kelp_fill(struct address_space *mapping, struct page *page)
        {
        	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
        }
        int kelp_one(struct inode *inode, struct page *page)
        {
        	if (S_ISDIR(inode->i_mode))
        		return kelp_fill(inode->i_mapping, page);
        	return 0;
        }
        %s
        """;
    assertKind(InodeKind.DIRECTORY, code.formatted(""), "kelp_fill");
    MappingKinds both =
        kinds(
            code.formatted(
                """
                int kelp_two(struct inode *inode, struct page *page)
                {
                	return kelp_fill(inode->i_mapping, page);
                }
                """),
            "kelp_fill");
    assertFalse(both.isWhole(), both::text);
  }

  @Test
  void theTableOfPageOperationsIsThatOfTheKindsItIsSetFor() {
    String code =
        """
        static int kelp_read_folio(struct file *file, struct folio *folio)
        {
        	return filemap_add_folio(file->f_mapping, folio, 0, GFP_KERNEL);
        }
        static const struct address_space_operations kelp_aops = {
        	.read_folio = kelp_read_folio,
        };
        void kelp_setup(struct inode *inode)
        {
        	%s
        		inode->i_mapping->a_ops = &kelp_aops;
        }
        """;
    assertKind(InodeKind.REGULAR, code.formatted("if (S_ISREG(inode->i_mode))"), "kelp_read_folio");
    MappingKinds any = kinds(code.formatted(""), "kelp_read_folio");
    assertFalse(any.isWhole(), any::text);
    assertTrue(any.canBackDevice());
  }

  @Test
  void aFileOfShmemIsOne() {
    assertKind(
        InodeKind.SHMEM,
        """
        struct kelp_object { struct file *filp; };
        void kelp_init(struct kelp_object *obj)
        {
        	obj->filp = shmem_file_setup("kelp", 0, 0);
        }
        int kelp_read(struct kelp_object *obj, struct page *page)
        {
        	return add_to_page_cache_lru(page, obj->filp->f_mapping, 0, GFP_KERNEL);
        }
        """,
        "kelp_read");
  }
}
