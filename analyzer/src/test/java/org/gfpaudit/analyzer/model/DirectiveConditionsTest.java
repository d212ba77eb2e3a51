package org.gfpaudit.analyzer.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gfpaudit.grammar.cond.PresenceCondition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The condition of the line that says {@code here();}. */
final class DirectiveConditionsTest {
  private static PresenceCondition here(String body) {
    Texts texts = Texts.of("fs/a.c", "int f(void)\n{\n" + body + "\treturn 0;\n}\n");
    return texts.program().condition(texts.entity("fs/a.c", "f"), texts.offset("fs/a.c", "here"));
  }

  private static void assertCondition(String expected, PresenceCondition actual) {
    PresenceCondition wanted = PresenceCondition.parse(expected);
    boolean isSame =
        !wanted.and(actual.not()).isSatisfiable() && !actual.and(wanted.not()).isSatisfiable();
    assertTrue(isSame, "expected " + expected + " but was " + actual);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "#ifdef CONFIG_A\\n here();\\n#endif\\n|defined(CONFIG_A)",
        "#ifndef CONFIG_A\\n here();\\n#endif\\n|!defined(CONFIG_A)",
        "#if defined(CONFIG_A) && CONFIG_B > 2\\n here();\\n#endif\\n"
            + "|defined(CONFIG_A) && CONFIG_B > 2",
        "#ifdef CONFIG_A\\n#else\\n here();\\n#endif\\n|!defined(CONFIG_A)",
        "#ifdef CONFIG_A\\n#elif defined(CONFIG_B)\\n here();\\n#endif\\n"
            + "|!defined(CONFIG_A) && defined(CONFIG_B)",
        "#ifdef CONFIG_A\\n#elif defined(CONFIG_B)\\n#else\\n here();\\n#endif\\n"
            + "|!defined(CONFIG_A) && !defined(CONFIG_B)",
        "#ifdef CONFIG_A\\n#ifdef CONFIG_B\\n here();\\n#endif\\n#endif\\n"
            + "|defined(CONFIG_A) && defined(CONFIG_B)",
        "#ifdef CONFIG_A\\n#ifdef CONFIG_B\\n#endif\\n here();\\n#endif\\n|defined(CONFIG_A)",
        "#ifdef CONFIG_A\\n#endif\\n here();\\n|1",
        " here();\\n#ifdef CONFIG_A\\n#endif\\n|1",
        "  #  ifdef CONFIG_A\\n here();\\n  # endif\\n|defined(CONFIG_A)",
        "#ifdef CONFIG_A /* the first */\\n here();\\n#endif\\n|defined(CONFIG_A)",
        "#ifdef CONFIG_A // the first\\n here();\\n#endif\\n|defined(CONFIG_A)",
        "#if defined(CONFIG_A) && \\\\\\n  defined(CONFIG_B)\\n here();\\n#endif\\n"
            + "|defined(CONFIG_A) && defined(CONFIG_B)",
        "#if 0\\n here();\\n#endif\\n|0",
        "#if 0\\n#else\\n here();\\n#endif\\n|1",
        "#ifdef CONFIG_A\\n#define X 1\\n here();\\n#endif\\n|defined(CONFIG_A)",
      })
  void theConditionOfALine(String body, String expected) {
    String text = body.replace("\\\\", "\u0001").replace("\\n", "\n").replace("\u0001", "\\");
    assertCondition(expected, here(text));
  }

  @Test
  void theConditionOfTheWholeDefinitionCounts() {
    Texts texts =
        Texts.of(
            "fs/a.c",
            "#ifdef CONFIG_A\nint f(void)\n{\n#ifdef CONFIG_B\n\there();\n#endif\n}\n#endif\n");
    assertCondition(
        "defined(CONFIG_A) && defined(CONFIG_B)",
        texts.program().condition(texts.entity("fs/a.c", "f"), texts.offset("fs/a.c", "here")));
  }

  @Test
  void aPlaceIsALineAndAColumnInAFunction() {
    Texts texts = Texts.of("fs/a.c", "int f(void)\n{\n\treturn here();\n}\nint here_too = 1;\n");
    assertEquals(
        "fs/a.c:3:9 in f",
        place(texts, "f", texts.offset("fs/a.c", "here()")),
        "lines and columns start at 1");
    assertEquals("fs/a.c:5:5 in ", place(texts, "here_too", texts.offset("fs/a.c", "here_too")));
  }

  private static String place(Texts texts, String entity, int offset) {
    var place = texts.program().place(texts.entity("fs/a.c", entity), offset);
    return place.file() + ":" + place.line() + ":" + place.column() + " in " + place.function();
  }
}
