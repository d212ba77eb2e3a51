package org.gfpaudit.grammar.lex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConfigurationsTest {
  private static List<String> texts(String code) {
    byte[] bytes = code.getBytes(StandardCharsets.UTF_8);
    return Configurations.of(bytes, Lexer.lex(bytes, 0, bytes.length)).stream()
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
  void definitionThatStartsInsideABranchStaysInIt() {
    assertEquals(List.of(": a c"), texts("a\n#else\nb\n#endif\nc"));
    assertEquals(List.of(": a c"), texts("#else\na\n#endif\nc"));
  }

  @Test
  void openGroupEndsWithTheText() {
    assertEquals(List.of("CONFIG_A: a b", "!CONFIG_A: a"), texts("a\n#ifdef CONFIG_A\nb"));
  }
}
