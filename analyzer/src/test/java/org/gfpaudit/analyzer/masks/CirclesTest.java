package org.gfpaudit.analyzer.masks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.thread.Loop;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Functions of one name in several files and branches of {@code #if}, that return each other's
 * masks and store them through pointers: their summaries come to an end. Work is counted, not
 * timed: how often definitions are analysed is the same on every machine.
 */
class CirclesTest {
  private static final String[] MASKS = {"GFP_KERNEL", "GFP_NOFS", "GFP_NOIO", "GFP_ATOMIC"};
  private static final String SINK = "add_to_page_cache_lru(0, m, 0, ";
  private static final int MANY = 60;

  /**
   * Fails where a fixpoint takes more than an effect may change at will for each function, and
   * twice the ways that a function may have to each site.
   */
  private static void assertEnds(Map<String, String> texts) {
    Model model = SolvedTree.model(texts);
    String text = String.join("", texts.values());
    int sites = (text.length() - text.replace(SINK, "").length()) / SINK.length();
    int functions = SolvedTree.functions(model).size();
    int most = functions * (2 * Ascent.FREE_CHANGES + 2 * ReachSet.MAX_PER_SITE * sites);
    assertTrue(SolvedTree.solve(model, most) >= functions, "each function once at least");
  }

  @Test
  void storesThroughPointersThatTakeTurnsEnd() {
    String head = "(struct address_space *m, gfp_t *p, gfp_t *q)\n{\n";
    assertEnds(
        Map.of(
            "fs/a.c",
            "#ifdef CONFIG_A\n"
                + ("gfp_t two" + head)
                + "\tgfp_t g = GFP_NOFS;\n\tif (m) *q = *p;\n"
                + ("\t" + SINK + "none(m, p, &g));\n\treturn one(m, q, p);\n}\n")
                + "#else\n"
                + ("gfp_t two" + head)
                + "\tgfp_t g = GFP_NOFS;\n\t*p = one(m, &g, p);\n\treturn one(m, q, p);\n}\n"
                + "#endif\n"
                + ("gfp_t one" + head)
                + ("\tgfp_t g = GFP_KERNEL;\n\t" + SINK + "two(m, p, &g));\n")
                + "\treturn one(m, q, p);\n}\n"));
  }

  @TestFactory
  Stream<DynamicTest> randomCirclesEnd() {
    return LongStream.range(0, MANY)
        .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> assertEnds(tree(seed))));
  }

  /** What is made ahead of its turn, in another order, is taken only where it is the same then. */
  @TestFactory
  Stream<DynamicTest> randomCirclesAreTheSameAheadOfTheirTurns() {
    Loop backwards =
        (count, work) -> {
          for (int i = count - 1; i >= 0; i--) {
            work.accept(i);
          }
        };
    return LongStream.range(0, MANY)
        .mapToObj(
            seed ->
                DynamicTest.dynamicTest(
                    "seed " + seed,
                    () ->
                        assertEquals(
                            SolvedTree.facts(tree(seed), Loop.ALONE),
                            SolvedTree.facts(tree(seed), backwards))));
  }

  /** One to three files with functions of one to three names that call each other. */
  private static Map<String, String> tree(long seed) {
    Random random = new Random(seed);
    int names = 1 + random.nextInt(3);
    int files = 1 + random.nextInt(3);
    Map<String, String> texts = new TreeMap<>();
    for (int file = 0; file < files; file++) {
      StringBuilder text = new StringBuilder();
      int functions = 1 + random.nextInt(2);
      for (int i = 0; i < functions; i++) {
        String head =
            ("gfp_t turn" + random.nextInt(names))
                + "(struct address_space *m, gfp_t *p, gfp_t *q)\n";
        if (random.nextBoolean()) {
          text.append("#ifdef CONFIG_").append(random.nextInt(3)).append('\n');
          text.append(head).append(body(random, names)).append("#else\n");
          text.append(head).append(body(random, names)).append("#endif\n");
        } else {
          text.append(head).append(body(random, names));
        }
      }
      texts.put("fs/f" + file + ".c", text.toString());
    }
    return texts;
  }

  private static String body(Random random, int names) {
    StringBuilder body = new StringBuilder("{\n\tgfp_t g = " + mask(random) + ";\n");
    int statements = random.nextInt(4);
    for (int i = 0; i < statements; i++) {
      body.append('\t').append(statement(random, names)).append('\n');
    }
    return body + "\treturn " + call(random, names, "q, p") + ";\n}\n";
  }

  private static String statement(Random random, int names) {
    return switch (random.nextInt(8)) {
      case 0 -> "if (m) return " + call(random, names, "p, &g") + ";";
      case 1 -> "if (m) *p = " + call(random, names, "p, &g") + ";";
      case 2 -> "*p = " + call(random, names, "&g, p") + ";";
      case 3 -> "if (m) g = " + call(random, names, "&g, p") + ";";
      case 4 -> "if (m) *q = *p;";
      case 5 -> SINK + call(random, names, "p, &g") + ");";
      case 6 -> SINK + "*p);";
      default -> "if (m) return " + call(random, names, "&g, p") + " | " + mask(random) + ";";
    };
  }

  private static String call(Random random, int names, String pointers) {
    return "turn" + random.nextInt(names) + "(m, " + pointers + ")";
  }

  private static String mask(Random random) {
    return MASKS[random.nextInt(MASKS.length)];
  }
}
