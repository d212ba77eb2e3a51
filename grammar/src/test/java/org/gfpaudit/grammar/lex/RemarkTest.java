package org.gfpaudit.grammar.lex;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;
import org.junit.jupiter.api.Test;

class RemarkTest {
  private static List<String> remarks(String code) {
    byte[] bytes = code.getBytes(StandardCharsets.UTF_8);
    SourceText text = new SourceText("a.c", bytes);
    return Remark.in(text, new Span(0, bytes.length), /* isMacro= */ false).stream()
        .map(remark -> remark.text() + " @ " + text.textOnOneLine(remark.statement()))
        .toList();
  }

  @Test
  void aRemarkIsAboutTheStatementBelow() {
    assertEquals(
        List.of("gfpaudit: x y @ /* gfpaudit: x * y */ b(1);"),
        remarks("f() { a(); /* no */\n /* gfpaudit: x\n * y */\n b(1); c(); }"));
  }

  @Test
  void aRemarkBehindCodeIsAboutThat() {
    assertEquals(
        List.of("gfpaudit: x @ b(1); // gfpaudit: x"),
        remarks("f() { a();\n b(1); // gfpaudit: x\n c(); }"));
    assertEquals(
        List.of("gfpaudit: x @ for (i = 0; i < n; i++) { /* gfpaudit: x */"),
        remarks("f() { a();\n for (i = 0; i < n; i++) { /* gfpaudit: x */\n c(); } }"));
  }

  @Test
  void aRemarkWithinAStatementIsAboutAllOfIt() {
    assertEquals(
        List.of("gfpaudit: x @ b(1, /* gfpaudit: x */ 2, ({ c(); }));"),
        remarks("f() { a();\n b(1,\n /* gfpaudit: x */\n 2, ({ c(); })); d(); }"));
  }

  @Test
  void aRemarkThatNothingFollowsIsAboutItself() {
    assertEquals(
        List.of("gfpaudit: x @ /* gfpaudit: x */"),
        remarks("f() { a(); if (b) {\n c(); } /* gfpaudit: x */\n d(); }"));
    assertEquals(List.of("gfpaudit: x @ // gfpaudit: x"), remarks("f() { a(); }\n// gfpaudit: x"));
    assertEquals(List.of("gfpaudit: x @ /* gfpaudit: x"), remarks("/* gfpaudit: x "));
  }

  @Test
  void stringsAndOtherCommentsAreNone() {
    assertEquals(
        List.of(), remarks("f() { a(\"/* gfpaudit: x */\"); /* a gfpaudit: x */ /**/ /***/ }"));
  }
}
