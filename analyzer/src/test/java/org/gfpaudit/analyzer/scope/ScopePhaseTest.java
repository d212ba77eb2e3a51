package org.gfpaudit.analyzer.scope;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
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
}
