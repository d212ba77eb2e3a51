package org.gfpaudit.testdata.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.Progress;
import org.gfpaudit.analyzer.load.MemoryTree;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Verdict;
import org.junit.jupiter.api.Test;

/**
 * Code that nobody writes but to keep an audit busy: it is followed in little time, or given up
 * with a word, and then what it holds is unknown. Whatever takes too long never ends here.
 */
class WorkTest {
  private static final String HEAD =
      """
      int f(struct page *p, struct address_space *m, int n)
      {
      \tgfp_t g = mapping_gfp_mask(m);
      """;

  private static final String END = "\treturn add_to_page_cache_lru(p, m, 0, g);\n}\n";

  private static String many(int count, IntFunction<String> part) {
    return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining());
  }

  private static AuditResult audit(Map<String, String> files) throws IOException {
    Map<String, String> tree = new TreeMap<>(Map.of("Makefile", "VERSION = 6\nPATCHLEVEL = 1\n"));
    tree.putAll(files);
    return new AuditRequest(
            new MemoryTree("work", tree), List.of(), Optional.empty(), /* jobs= */ 1, Progress.NONE)
        .result();
  }

  private static AuditResult audit(String body) throws IOException {
    return audit(Map.of("fs/a.c", HEAD + body + END));
  }

  private static Verdict verdict(AuditResult result) {
    assertEquals(1, result.rows().size(), result.rows().toString());
    return result.rows().get(0).verdict();
  }

  private static void expectUnknown(AuditResult result, String reason) {
    assertEquals(Verdict.UNKNOWN, verdict(result));
    assertTrue(
        result.problems().stream()
            .anyMatch(problem -> problem.severe() && problem.message().contains(reason)),
        result.problems()::toString);
  }

  @Test
  void twentyThousandLabelsAndJumpsAreNotFollowed() throws IOException {
    int count = 20_000;
    IntFunction<String> jump =
        i ->
            String.format(
                "l%d:\n\tif (n == %d) {\n\t\tg |= %d;\n\t\tgoto l%d;\n\t}\n",
                i, i, 1 << i % 30, i * 7919L % count);
    expectUnknown(audit(many(count, jump)), "more jumps than are followed");
  }

  @Test
  void asManyJumpsAsAreFollowedAreSolved() throws IOException {
    int count = 1_990;
    IntFunction<String> jump =
        i ->
            String.format(
                "l%d:\n\tif (n == %d) {\n\t\tg |= %d;\n\t\tgoto l%d;\n\t}\n",
                i, i, 1 << i % 30, i * 7919 % count);
    assertEquals(1, audit(many(count, jump)).rows().size());
  }

  /** Each loop comes to rest before the rest of the function is looked at. */
  @Test
  void thousandsOfLoopsInARowAreSolvedOneByOne() throws IOException {
    IntFunction<String> loop =
        i ->
            String.format(
                "\twhile (n--)\n\t\tif (n == %d)\n\t\t\tg |= %d;\n\t\telse\n\t\t\tg = h%d(g);\n",
                i, i, i);
    assertEquals(Verdict.UNKNOWN, verdict(audit(many(4_000, loop))));
  }

  /**
   * Functions that call each other in two circles, each with sinks of its own: every way to every
   * sink comes to all of them, with each set of bits that was added and taken away on it.
   */
  @Test
  void circlesOfManySinksAreSolved() throws IOException {
    int functions = 20;
    int sinks = 5;
    IntFunction<String> function =
        i ->
            String.format(
                "int f%d(struct page *p, struct address_space *m, gfp_t g, int n)\n{\n%s"
                    + "\tif (n > 1)\n\t\treturn f%d(p, m, g | %d, n - 1);\n"
                    + "\treturn f%d(p, m, g & ~%d, n - 2);\n}\n",
                i,
                many(
                    sinks,
                    s ->
                        String.format(
                            "\tadd_to_page_cache_lru(p, m, %d, g | %d);\n", s, 1 << (i + s) % 20)),
                (i + 1) % functions,
                1 << i % 22,
                (i + 3) % functions,
                1 << i * 7 % 22);
    String top =
        "int top(struct page *p, struct address_space *m)\n{\n\treturn f0(p, m, 0xc0, 5);\n}\n";
    AuditResult result = audit(Map.of("fs/a.c", many(functions, function) + top));
    assertEquals(
        (long) functions * sinks,
        result.rows().stream().filter(row -> row.kind() == AuditRow.Kind.SITE).count());
    assertTrue(
        result.rows().stream().noneMatch(row -> row.verdict() == Verdict.DERIVED),
        () -> "a mask that top() makes is called derived: " + result.rows());
  }

  @Test
  void anExpressionNestedTooDeepIsNotFollowed() throws IOException {
    int depth = 100_000;
    expectUnknown(
        audit("\tg = " + "(".repeat(depth) + "GFP_KERNEL" + ")".repeat(depth) + ";\n"),
        "nested too deep");
  }

  @Test
  void aConditionOfTenThousandTermsIsRead() throws IOException {
    String terms = many(10_000, i -> (i == 0 ? "" : " && ") + "defined(A" + i + ")");
    assertEquals(Verdict.PARTIAL, verdict(audit("#if " + terms + "\n\tg = GFP_KERNEL;\n#endif\n")));
    String tests = many(10_000, i -> (i == 0 ? "" : " && ") + "n != " + i);
    expectUnknown(audit("\tif (" + tests + ")\n\t\tg = GFP_KERNEL;\n"), "nested too deep");
  }

  @Test
  void aHugeMakefileMakesNoConditionAndIsSaid() throws IOException {
    String source = HEAD + END;
    for (String makefile :
        List.of(
            many(100_000, i -> "obj-$(CONFIG_A" + i + ") += a.o b" + i + ".o\n"),
            many(40, i -> "a" + i + " = $(a" + (i + 1) + ") $(a" + (i + 1) + ")\n")
                + "obj-$(CONFIG_A) += a.o $(a0)\n")) {
      AuditResult result = audit(Map.of("fs/a.c", source, "fs/Makefile", makefile));
      assertTrue(result.rows().get(0).condition().isTrue(), result.rows().toString());
      assertTrue(
          result.problems().stream()
              .anyMatch(
                  problem ->
                      problem.severe()
                          && problem.file().equals("fs/Makefile")
                          && problem.message().contains("takes more work to read")),
          result.problems()::toString);
    }
  }
}
