package org.gfpaudit.analyzer.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gfpaudit.grammar.index.Entity;
import org.junit.jupiter.api.Test;

/** Who is believed to call what, in a kernel of one operation and those who fill it in. */
final class BelievableEdgesTest {
  private static final String HEADER =
      """
      struct kiocb;
      struct file_operations {
      	int (*write_iter)(struct kiocb *iocb);
      };
      struct file {
      	const struct file_operations *f_op;
      };
      #define FILESYSTEM_MAX_STACK_DEPTH 2
      struct super_block {
      	int s_stack_depth;
      };
      """;

  /** A file system whose operation writes by the function that all share. */
  private static String fileSystem(String name) {
    return """
        static int NAME_write_iter(struct kiocb *iocb)
        {
        	return generic_write(iocb);
        }
        const struct file_operations NAME_file_operations = { .write_iter = NAME_write_iter };
        """
        .replace("NAME", name);
  }

  /** A caller through the table of a file. */
  private static String caller(String name, String before) {
    return """
        int NAME(struct file *file, struct kiocb *iocb)
        {
        	BEFORE
        	return file->f_op->write_iter(iocb);
        }
        """
        .replace("NAME", name)
        .replace("BEFORE", before);
  }

  private static final Texts TEXTS =
      Texts.of(
          "include/linux/fs.h",
          HEADER,
          "fs/read_write.c",
          caller("vfs_write", ""),
          "fs/pond/file.c",
          fileSystem("pond") + caller("pond_again", ""),
          "fs/brook/file.c",
          fileSystem("brook") + caller("brook_again", "fget(1);"),
          "fs/layered/file.c",
          """
          static int layered_write_iter(struct kiocb *iocb)
          {
          	return vfs_write(lower(iocb), iocb);
          }
          const struct file_operations layered_operations = { .write_iter = layered_write_iter };
          """,
          "fs/layered/super.c",
          """
          void layered_fill(struct super_block *s, int n)
          {
          	s->s_stack_depth = n + 1;
          }
          """,
          "fs/brook/super.c",
          """
          void brook_fill(struct super_block *s)
          {
          	s->s_stack_depth = FILESYSTEM_MAX_STACK_DEPTH;
          }
          """,
          "fs/ram/inode.c",
          """
          struct inode_operations {
          	int (*symlink)(struct kiocb *iocb);
          };
          static int ram_symlink(struct kiocb *iocb)
          {
          	return generic_write(iocb);
          }
          const struct inode_operations ram_operations = { .symlink = ram_symlink };
          """,
          "fs/quota/quota_tree.c",
          caller("quota_write", ""),
          "mm/filemap.c",
          caller("generic_write", ""),
          "mm/shmem.c",
          fileSystem("shmem") + "int shmem_file_setup(void)\n{\n\treturn 0;\n}\n",
          "drivers/block/loop.c",
          caller("loop_write", "fget(1);"),
          "drivers/gpu/drm/i915/gem.c",
          caller("gem_write", "shmem_file_setup();"),
          "fs/pond/test.c",
          """
          static int pond_read(int block)
          {
          	KUNIT_STATIC_STUB_REDIRECT(pond_read, block);
          	return block;
          }
          int pond_user(void)
          {
          	return pond_read(1);
          }
          """);

  private static final CallEdges EDGES = TEXTS.edges();

  private static Entity entity(String path, String name) {
    return TEXTS.entity(path, name);
  }

  private static BelievableEdges.Believed callers(Entity callee, StackLevel level) {
    return EDGES.believable().callers(EDGES.callersOf(callee), level);
  }

  /** {@code caller level} for each, the most believable first. */
  private static List<String> named(BelievableEdges.Believed believed) {
    return believed.edges().stream()
        .map(each -> TEXTS.program().name(each.edge().caller()) + " " + each.level().number())
        .toList();
  }

  private static StackLevel above(Entity callee, String caller) {
    return callers(callee, StackLevel.FIRST).edges().stream()
        .filter(each -> TEXTS.program().name(each.edge().caller()).equals(caller))
        .findFirst()
        .orElseThrow()
        .level();
  }

  @Test
  void aTableRunsForItsOwnFileSystemForSharedCodeAndForWhoOpensFiles() {
    BelievableEdges.Believed pond =
        callers(entity("fs/pond/file.c", "pond_write_iter"), StackLevel.FIRST);
    assertEquals(
        List.of("pond_again 0", "vfs_write 0", "generic_write 0", "quota_write 0", "loop_write 1"),
        named(pond));
    assertEquals(2, pond.leftOut(), "the other file system, and the driver of shmem objects");
  }

  @Test
  void aDriverRunsTheOperationsOfWhereItGetsItsObjects() {
    BelievableEdges.Believed shmem =
        callers(entity("mm/shmem.c", "shmem_write_iter"), StackLevel.FIRST);
    assertEquals(
        List.of("vfs_write 0", "generic_write 0", "gem_write 0", "quota_write 0", "loop_write 1"),
        named(shmem));
  }

  @Test
  void fromSharedCodeNoChainGoesOnToAnotherFileSystem() {
    StackLevel shared = above(entity("fs/pond/file.c", "pond_write_iter"), "generic_write");
    BelievableEdges.Believed callers = callers(entity("mm/filemap.c", "generic_write"), shared);
    assertEquals(List.of("pond_write_iter 0"), named(callers));
    assertEquals(3, callers.leftOut(), "brook, ram and shmem");
    assertEquals(
        4,
        callers(entity("mm/filemap.c", "generic_write"), StackLevel.FIRST).edges().size(),
        "while nobody's object is known, everybody calls it");
  }

  @Test
  void aFileSystemThatLiesOnOthersIsAtTheNextLevel() {
    StackLevel vfs = above(entity("fs/pond/file.c", "pond_write_iter"), "vfs_write");
    assertEquals(
        List.of("layered_write_iter 1"),
        named(callers(entity("fs/read_write.c", "vfs_write"), vfs)));
  }

  @Test
  void downwardsSharedCodeRunsTheTableOfWhoCalledIt() {
    Entity pond = entity("fs/pond/file.c", "pond_write_iter");
    Entity shared = entity("mm/filemap.c", "generic_write");
    StackLevel level = StackLevel.FIRST.of("fs/pond", "");
    BelievableEdges.Believed callees = EDGES.believable().callees(EDGES.calleesOf(shared), level);
    assertEquals(
        List.of(pond), callees.edges().stream().map(each -> each.edge().callee()).toList());
    assertEquals(3, callees.leftOut());
  }

  @Test
  void aStubOfTestsHandsNothingOver() {
    Entity read = entity("fs/pond/test.c", "pond_read");
    assertEquals(2, EDGES.callersOf(read).size(), "the search for scopes keeps it");
    assertEquals(List.of("pond_user 0"), named(callers(read, StackLevel.FIRST)));
  }
}
