package org.gfpaudit.testdata.mutate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RewriteTest {
  /** What each rewriting makes of the sample, as far as it is another line. */
  private static final Map<Rewrite, List<String>> LINES =
      Map.ofEntries(
          Map.entry(Rewrite.RENAMED_LOCALS, List.of("turn_renamed |= 2;", "return page_renamed;")),
          Map.entry(
              Rewrite.RENAMED_PARAMETERS,
              List.of(
                  "struct page *sample_m3(struct address_space *mapping_renamed,"
                      + " unsigned long index_renamed)",
                  "if (mapping_renamed && index_renamed)")),
          Map.entry(Rewrite.BRACES, List.of("{ cond_resched(); }", "{ turn = 3; }")),
          Map.entry(Rewrite.NEGATED_CONDITIONS, List.of("if (!(turn)) {")),
          Map.entry(Rewrite.COMPOUND_ASSIGNMENTS_WRITTEN_OUT, List.of("turn = turn | ( 2);")),
          Map.entry(Rewrite.SPLIT_DECLARATIONS, List.of("struct page *page ;", "page = NULL;")),
          Map.entry(Rewrite.NESTED_CONDITIONS, List.of("if (mapping ) if ( index)")),
          Map.entry(Rewrite.CONDITIONS_INVERTED_TWICE, List.of("if (!!(turn)) {")),
          Map.entry(Rewrite.LIKELY_CONDITIONS, List.of("if (likely(turn)) {")),
          Map.entry(Rewrite.WHILE_AS_FOR, List.of("for (; need_resched(); )")),
          Map.entry(Rewrite.BODY_IN_BLOCK, List.of("{", "}")),
          Map.entry(Rewrite.BODY_IN_HASH_IF, List.of("#if 1", "#endif")),
          Map.entry(Rewrite.STATEMENTS_IN_DO, List.of("do { turn |= 2; } while (0);")),
          Map.entry(Rewrite.STATEMENTS_IN_BLOCKS, List.of("{ turn |= 2; }")),
          Map.entry(Rewrite.STATEMENT_EXPRESSIONS, List.of("({ turn |= 2; });")),
          Map.entry(Rewrite.UNRELATED_CALLS, List.of("{ cond_resched(); turn |= 2; }")),
          Map.entry(
              Rewrite.RETURNED_THROUGH_LOCALS,
              List.of("{ __auto_type result = page; return result; }")));

  private static Mutant mutant(Rewrite rewrite) {
    return rewrite.of(SampleSite.site(), new Filling(3, "")).orElseThrow();
  }

  @Test
  void eachDoesWhatItSays() {
    for (Rewrite rewrite : Rewrite.values()) {
      List<String> lines = mutant(rewrite).text().lines().map(String::strip).toList();
      assertTrue(
          lines.containsAll(LINES.getOrDefault(rewrite, List.of("no lines are said"))),
          rewrite + ": " + String.join("\n", lines));
    }
  }

  @Test
  void theCallIsFoundInTheCopy() {
    for (Rewrite rewrite : Rewrite.values()) {
      Mutant mutant = mutant(rewrite);
      assertTrue(mutant.text().startsWith("find_or_create_page(", mutant.callee()), rewrite.name());
      assertEquals(-1, mutant.text().indexOf('\1'));
    }
  }

  @Test
  void aBodyInABlockHasTwoPairsOfBraces() {
    String text = mutant(Rewrite.BODY_IN_BLOCK).text();
    assertTrue(text.contains("{\n\t{\n") && text.endsWith("}\n}\n"), text);
  }

  @Test
  void branchesThatChangePlacesKeepWhatIsChangedInThem() {
    String text = mutant(Rewrite.NEGATED_CONDITIONS).text();
    assertTrue(text.indexOf("cond_resched();\n\t} else {") > 0, text);
    assertTrue(text.indexOf("} else {") < text.indexOf("find_or_create_page"), text);
  }
}
