package org.gfpaudit.analyzer.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.gfpaudit.analyzer.driver.Phases;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.junit.jupiter.api.Test;

/** Where a tree defines what a row is about, the tree counts; all trees here are a kernel 6.1. */
class TreeRowsTest {
  private static Knowledge of(String text) {
    return Phases.model(Map.of("include/linux/bio.h", text)).knowledge();
  }

  private static int maskOfBioAlloc(String text) {
    return of(text).rawSink("bio_alloc").orElseThrow().mask().index();
  }

  @Test
  void theReleaseDecidesWhereTheTreeDefinesNothing() {
    assertEquals(3, maskOfBioAlloc(""));
    assertFalse(of("").callback("setup_timer", 1).isPresent());
  }

  @Test
  void theTypeOfAParameterSaysWhichOneIsTheMask() {
    assertEquals(
        0, maskOfBioAlloc("struct bio *bio_alloc(gfp_t gfp, int nr)\n{\n\treturn 0;\n}\n"));
    assertEquals(
        3,
        maskOfBioAlloc(
            """
            struct bio *bio_alloc(struct block_device *b, int nr, int op, gfp_t gfp)
            {
            	return 0;
            }
            """));
    assertEquals(3, maskOfBioAlloc("struct bio *bio_alloc(int gfp, int nr)\n{\n\treturn 0;\n}\n"));
  }

  @Test
  void aFunctionThatTheTreeHasIsWhatItIsInOtherReleases() {
    String text = "#define setup_timer(timer, fn, data) __setup_timer((timer), (fn), (data))\n";
    assertTrue(of(text).callback("setup_timer", 1).isPresent());
  }

  @Test
  void copiesForUserSpaceAreNoDefinitions() {
    Map<String, String> texts = Map.of("tools/timer.h", "#define setup_timer(a, b, c) 0\n");
    assertFalse(Phases.model(texts).knowledge().callback("setup_timer", 1).isPresent());
  }
}
