package org.gfpaudit.grammar.lex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gfpaudit.grammar.source.Span;
import org.junit.jupiter.api.Test;

class ConfigurationsTest {
  private static List<String> texts(String code) {
    byte[] bytes = code.getBytes(StandardCharsets.UTF_8);
    return Configurations.of(bytes, Lexer.lex(bytes, 0, bytes.length)).all().stream()
        .map(choice -> choice.condition() + ": " + text(code, choice.tokens()))
        .toList();
  }

  private static String text(String code, TokenBuffer tokens) {
    return IntStream.range(0, tokens.count())
        .mapToObj(i -> code.substring(tokens.start(i), tokens.end(i)))
        .collect(Collectors.joining(" "));
  }

  @Test
  void withoutDirectivesThereIsOne() {
    assertEquals(List.of(": a b"), texts("a b"));
  }

  @Test
  void codeWithoutTheBranchIsCodeToo() {
    assertEquals(
        List.of("CONFIG_A: a b c", "!CONFIG_A: a c"), texts("a\n#ifdef CONFIG_A\nb\n#endif\nc"));
  }

  @Test
  void equalConditionsChooseAlike() {
    assertEquals(
        List.of("CONFIG_A: a b", "!CONFIG_A: c"),
        texts("#ifdef CONFIG_A\na\n#endif\n#if defined(CONFIG_A)\nb\n#else\nc\n#endif"));
  }

  @Test
  void literalConditionsAreDecided() {
    assertEquals(List.of(": b c"), texts("#if 0\na\n#else\nb\n#endif\n#if 1\nc\n#else\nd\n#endif"));
  }

  @Test
  void contradictoryNestingIsNotRead() {
    List<String> texts =
        texts("#ifdef CONFIG_A\n#ifndef CONFIG_A\ndead\n#else\nlive\n#endif\n#endif\nx");
    assertTrue(texts.stream().noneMatch(text -> text.contains("dead")), texts::toString);
    assertTrue(texts.stream().anyMatch(text -> text.contains("live")), texts::toString);
  }

  @Test
  void everyBranchOfAChainIsRead() {
    StringBuilder code = new StringBuilder("#if X == 0\nb0\n");
    for (int i = 1; i < 20; i++) {
      code.append("#elif X == ").append(i).append("\nb").append(i).append('\n');
    }
    List<String> texts = texts(code + "#endif\n");
    for (int i = 0; i < 20; i++) {
      String branch = ": b" + i;
      assertTrue(texts.stream().anyMatch(text -> text.endsWith(branch)), branch);
    }
    assertEquals(21, texts.size());
  }

  @Test
  void everyBranchOfALongChainIsReadOrLeftOut() {
    for (int count : List.of(500, 5_000)) {
      StringBuilder code = new StringBuilder("#if X == 0\nb0x\n");
      for (int i = 1; i < count; i++) {
        code.append("#elif X == ").append(i).append("\nb").append(i).append("x\n");
      }
      byte[] bytes = code.append("#endif\n").toString().getBytes(StandardCharsets.UTF_8);
      var covering = Configurations.of(bytes, Lexer.lex(bytes, 0, bytes.length));
      Set<String> seen = new HashSet<>();
      covering.all().forEach(choice -> seen.add(text(code.toString(), choice.tokens())));
      // What is left out is one stretch, however many branches it has.
      assertTrue(covering.leftOut().size() <= 1, covering.leftOut().size() + " stretches");
      for (Span span : covering.leftOut()) {
        seen.addAll(List.of(code.substring(span.start(), span.end()).split("\\s")));
      }
      assertEquals(count < 1000, covering.leftOut().isEmpty());
      for (int i = 0; i < count; i++) {
        assertTrue(seen.contains("b" + i + "x"), "b" + i);
      }
    }
  }

  @Test
  void codeBehindABraceOfAnotherBranchIsLeftOut() {
    byte[] code = "a\n#else\nb {\nc\n#endif\nd".getBytes(StandardCharsets.UTF_8);
    assertEquals(
        List.of(new Span(10, 13)),
        Configurations.of(code, Lexer.lex(code, 0, code.length)).leftOut());
  }

  @Test
  void definitionThatStartsInsideABranchStaysInIt() {
    assertEquals(List.of(": a c"), texts("a\n#else\nb\n#endif\nc"));
    assertEquals(List.of(": a c"), texts("#else\na\n#endif\nc"));
  }

  @Test
  void openGroupEndsWithTheText() {
    assertEquals(List.of("CONFIG_A: a b", "!CONFIG_A: a"), texts("a\n#ifdef CONFIG_A\nb"));
  }
}
