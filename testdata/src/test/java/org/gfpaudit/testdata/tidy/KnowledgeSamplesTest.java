package org.gfpaudit.testdata.tidy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.gfpaudit.rules.knowledge.Sink;
import org.gfpaudit.testdata.harness.Program;
import org.junit.jupiter.api.Test;

/** What the tables list is called in a sample: a row that nothing reads would not be missed. */
class KnowledgeSamplesTest {
  private static final Pattern PROMISE = Pattern.compile("/\\* (want|verdict) ");

  /** The lines of all samples that promise something, as far as they are code. */
  private static List<String> promisedCalls() {
    return Program.all().stream()
        .flatMap(program -> program.files().values().stream())
        .flatMap(bytes -> new String(bytes, StandardCharsets.ISO_8859_1).lines())
        .filter(line -> PROMISE.matcher(line).find())
        .map(line -> line.substring(0, line.indexOf("/*")))
        .toList();
  }

  @Test
  void everySinkIsCalledInASample() {
    List<String> calls = promisedCalls();
    assertEquals(
        List.of(),
        Knowledge.shipped().sinks().stream()
            .map(Sink::name)
            .filter(
                name -> {
                  Pattern call = Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "\\(");
                  return calls.stream().noneMatch(line -> call.matcher(line).find());
                })
            .toList());
  }
}
