package org.gfpaudit.analyzer.scope;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gfpaudit.analyzer.driver.Phases;
import org.gfpaudit.analyzer.facts.SinkReach;
import org.gfpaudit.analyzer.facts.Step;
import org.gfpaudit.analyzer.facts.TaskFlags;
import org.gfpaudit.rules.mask.Scope;
import org.junit.jupiter.api.Test;

/** What the scope phase answers about ways to a sink. */
class ScopePhaseTest {
  private static final TaskFlags NOFS = TaskFlags.of(Scope.NOFS);

  /** A function that inserts a page, without a scope of its own. */
  private static final String INSERT =
      """
      static int insert(struct page *page, struct address_space *mapping)
      {
      	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
      }
      """;

  private static final String INSIDE =
      """
      int inside(struct page *page, struct address_space *mapping)
      {
      	unsigned int flags = memalloc_nofs_save();
      	int err = insert(page, mapping);
      	memalloc_nofs_restore(flags);
      	return err;
      }
      """;

  private static TaskFlags around(String text, String function) {
    Phases phases = Phases.of(text);
    return phases.scopes().around(way(phases, function));
  }

  private static SinkReach way(Phases phases, String function) {
    return phases.call(function).reaches().get(0);
  }

  /** What is said along the way that starts in {@code insert}, each with its line. */
  private static List<String> along(String text) {
    Phases phases = Phases.of(text);
    return phases.scopes().along(way(phases, "insert")).stream()
        .map(step -> line(phases, step) + " " + step.text())
        .toList();
  }

  private static int line(Phases phases, Step step) {
    return phases.model().place(step.at()).line();
  }

  @Test
  void aScopeHoldsWhereItIsOpenedAndBelow() {
    assertEquals(NOFS, around(INSERT + INSIDE, "insert"));
    assertEquals(TaskFlags.NONE, around(INSERT, "insert"), "nobody calls it");
  }

  @Test
  void oneCallerWithoutAScopeIsEnough() {
    String bare =
        """
        int bare(struct page *page, struct address_space *mapping)
        {
        	return insert(page, mapping);
        }
        """;
    assertEquals(TaskFlags.NONE, around(INSERT + INSIDE + bare, "insert"));
  }

  @Test
  void aHelperThatClosesTheScopeClosesIt() {
    String closed =
        """
        static void leave(unsigned int flags)
        {
        	memalloc_nofs_restore(flags);
        }
        int closed(struct page *page, struct address_space *mapping)
        {
        	unsigned int flags = memalloc_nofs_save();
        	leave(flags);
        	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
        }
        """;
    assertEquals(TaskFlags.NONE, around(closed, "closed"));
  }

  @Test
  void aCallThatIsNotFollowedClosesWhatItsCookieIsOf() {
    String text =
        """
        int handed(struct page *page, struct address_space *mapping, struct ops *ops)
        {
        	unsigned int flags = memalloc_nofs_save();
        	%s
        	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
        }
        """;
    assertEquals(TaskFlags.NONE, around(text.formatted("ops->leave(flags);"), "handed"));
    assertEquals(TaskFlags.NONE, around(text.formatted("leave_elsewhere(&flags);"), "handed"));
    assertEquals(NOFS, around(text.formatted("ops->other(page);"), "handed"));
  }

  @Test
  void whatIsOpenedOnSomeWaysOnlyIsNotOpen() {
    String text =
        """
        int some(struct page *page, struct address_space *mapping, int c)
        {
        	unsigned int flags = %s;
        	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
        }
        """;
    assertEquals(TaskFlags.NONE, around(text.formatted("c ? memalloc_nofs_save() : 0"), "some"));
    assertEquals(TaskFlags.NONE, around(text.formatted("c && memalloc_nofs_save()"), "some"));
    assertEquals(NOFS, around(text.formatted("memalloc_nofs_save()"), "some"));
  }

  @Test
  void theFirstCallerWithoutAScopeIsNamed() {
    String bare =
        """
        int bare(struct page *page, struct address_space *mapping)
        {
        	return insert(page, mapping);
        }
        """;
    assertEquals(
        List.of("3 opens no scope around the call", "14 calls insert() outside of any scope"),
        along(INSERT + INSIDE + bare).stream().limit(2).toList());
  }

  @Test
  void aFunctionThatNobodyCallsIsSaidToBeOne() {
    assertEquals(
        List.of(
            "3 opens no scope around the call",
            "1 nothing in the tree is seen to call it: entered without a scope"),
        along(INSERT));
  }

  @Test
  void aFunctionThatIsAlwaysScopedIsSaidToBeSo() {
    assertEquals(
        List.of("3 opens no scope around the call", "1 is always entered inside a NOFS scope"),
        along(INSERT + INSIDE));
  }

  @Test
  void aWorkItemAndALostAddressAreSaid() {
    String work = "void start(struct work *w)\n{\n\tINIT_WORK(w, insert);\n}\n";
    assertEquals(
        "5 insert() is made a work item by INIT_WORK() here, which runs without a scope",
        along(INSERT + work).get(1));
    String lost = "void start(struct work *w)\n{\n\tkeep_for_later(w, insert);\n}\n";
    assertEquals(
        "7 insert() is handed over here, and who calls it is not known",
        along(INSERT + lost).get(1));
  }

  @Test
  void theSearchForACallerWithoutAScopeIsShownToItsEnd() {
    StringBuilder text = new StringBuilder(INSERT);
    String below = "insert";
    for (int i = 1; i <= 7; i++) {
      text.append("int up" + i + "(struct page *p, struct address_space *m)\n{\n");
      text.append("\treturn " + below + "(p, m);\n}\n");
      below = "up" + i;
    }
    List<String> shown = along(text.toString());
    assertEquals(6, shown.size(), shown::toString);
    assertEquals("7 calls insert() outside of any scope", shown.get(1));
    assertEquals("23 calls up4() outside of any scope", shown.get(5));
  }

  /** A file system whose operation inserts a page, one that lies on others, and who runs them. */
  private static Map<String, String> stack(String vfs) {
    return new TreeMap<>(
        Map.of(
            "include/linux/fs.h",
            """
            struct inode_operations {
            	int (*symlink)(struct page *page, struct address_space *mapping);
            };
            struct super_block {
            	int s_stack_depth;
            };
            """,
            "fs/pond/dir.c",
            """
            static int pond_symlink(struct page *page, struct address_space *mapping)
            {
            	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
            }
            const struct inode_operations pond_operations = { .symlink = pond_symlink };
            """,
            "fs/layered/dir.c",
            """
            static int layered_symlink(struct page *page, struct address_space *mapping)
            {
            	return vfs_symlink(page, mapping);
            }
            const struct inode_operations layered_operations = { .symlink = layered_symlink };
            void layered_fill(struct super_block *s, int n)
            {
            	s->s_stack_depth = n + 1;
            }
            void layered_begin(struct work *w)
            {
            	keep_for_later(w, layered_symlink);
            }
            """,
            "fs/namei.c",
            vfs));
  }

  private static final String SYS_SYMLINK =
      """
      int sys_symlink(struct page *page, struct address_space *mapping)
      {
      	return vfs_symlink(page, mapping);
      }
      """;

  private static String runs(String name, String before, String after) {
    return """
        int NAME(const struct inode_operations *ops, struct page *p, struct address_space *m)
        {
        	int err;
        	BEFORE
        	err = ops->symlink(p, m);
        	AFTER
        	return err;
        }
        """
        .replace("NAME", name)
        .replace("BEFORE", before)
        .replace("AFTER", after);
  }

  private static List<String> alongPond(Map<String, String> texts) {
    Phases phases = Phases.of(texts);
    return phases.scopes().along(way(phases, "pond_symlink")).stream()
        .map(step -> phases.model().place(step.at()).function() + " " + step.text())
        .toList();
  }

  @Test
  void aFunctionStandsTwiceInAChainAtTwoLevelsOnly() {
    String through = " (ops struct inode_operations.symlink) outside of any scope";
    List<String> steps = alongPond(stack(runs("vfs_symlink", "", "")));
    assertEquals(
        List.of(
            "pond_symlink opens no scope around the call",
            "vfs_symlink calls pond_symlink()" + through,
            "layered_symlink calls vfs_symlink() outside of any scope",
            "vfs_symlink calls layered_symlink()" + through),
        steps.subList(0, 4),
        steps::toString);
  }

  @Test
  void noFunctionStandsTwiceAtOneLevel() {
    String recursion =
        """
        int ping(struct page *page, struct address_space *mapping)
        {
        	return insert(page, mapping) + pong(page, mapping);
        }
        int pong(struct page *page, struct address_space *mapping)
        {
        	return ping(page, mapping);
        }
        void user(struct page *page, struct address_space *mapping)
        {
        	ping(page, mapping);
        }
        """;
    assertEquals(
        List.of(
            "3 opens no scope around the call",
            "7 calls insert() outside of any scope",
            "11 calls ping() outside of any scope"),
        along(INSERT + recursion));
  }

  @Test
  void theCallerAtTheSameLevelIsShownFirst() {
    assertEquals(
        "sys_symlink calls vfs_symlink() outside of any scope",
        alongPond(stack(runs("vfs_symlink", "", "") + SYS_SYMLINK)).get(2));
  }

  @Test
  void whatIsLeftOutCountsForTheVerdict() {
    String save = "unsigned int flags = memalloc_nofs_save();";
    Map<String, String> texts = stack(runs("vfs_symlink", save, "memalloc_nofs_restore(flags);"));
    Phases scoped = Phases.of(texts);
    assertEquals(NOFS, scoped.scopes().around(way(scoped, "pond_symlink")));
    texts.put(
        "fs/brook/dir.c",
        runs("brook_again", "", "")
            + """
            static int brook_symlink(struct page *page, struct address_space *mapping)
            {
            	return 0;
            }
            const struct inode_operations brook_operations = { .symlink = brook_symlink };
            """);
    Phases open = Phases.of(texts);
    assertEquals(TaskFlags.NONE, open.scopes().around(way(open, "pond_symlink")));
    assertEquals(
        "pond_symlink every caller that is believed holds a scope; what does not is 1 call that can"
            + " hardly be, and the verdict counts them",
        alongPond(texts).get(1));
  }
}
