package org.gfpaudit.grammar.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gfpaudit.grammar.ast.FunctionDefinition;
import org.gfpaudit.grammar.ast.Stmt;
import org.gfpaudit.grammar.dump.TreeDump;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes: a tree, in time, and no exception. */
class HostileInputTest {
  /** So deep that whoever needs the square of it never comes to an end. */
  private static final int MANY = 500_000;

  /** Of a list all is kept, so it takes longer for each of its parts. */
  private static final int LONG = 100_000;

  private static Parsed<FunctionDefinition> parse(byte[] bytes) {
    SourceText text = new SourceText("hostile.c", bytes);
    return new KernelParser(Samples.IS_TYPE_NAME).parseFunction(text, new Span(0, bytes.length));
  }

  private static Parsed<FunctionDefinition> parse(String code) {
    return parse(code.getBytes(StandardCharsets.UTF_8));
  }

  static Stream<String> deepTexts() {
    return Stream.of(
        "x = " + "(".repeat(MANY) + "f(1)" + ")".repeat(MANY) + ";",
        "{".repeat(MANY) + "f(1);" + "}".repeat(MANY),
        "(".repeat(MANY),
        "[".repeat(MANY) + "f(1)",
        "x = f(1)" + " + 1".repeat(MANY) + ";",
        "x = f(1)" + "->a".repeat(MANY) + ";",
        "x = " + "!".repeat(MANY) + "f(1);",
        "x = " + "(int)".repeat(MANY) + "f(1);",
        "x = " + "a = ".repeat(MANY) + "f(1);",
        "x = " + "a ? b : ".repeat(MANY) + "f(1);",
        "int " + "*".repeat(MANY) + "x = f(1);",
        "if (a) ".repeat(MANY) + "f(1);",
        "for (;;) ".repeat(MANY) + "f(1);",
        "do ".repeat(MANY) + "f(1);",
        "if (a) x; else while (b) ".repeat(MANY) + "f(1);",
        "if (a) x; else for_each_y(b) ".repeat(MANY) + "f(1);",
        "for_each_y(b) ".repeat(MANY) + "f(1);",
        "a: ".repeat(MANY) + "f(1);",
        "if (a) " + "a: ".repeat(MANY) + "f(1);",
        "f(1); " + "\n#if A\n".repeat(MANY),
        "f(1); " + "\n#ifdef A\na();\n#endif\n".repeat(3000));
  }

  @ParameterizedTest
  @MethodSource("deepTexts")
  void depthNeitherOverflowsNorHangs(String body) {
    Parsed<FunctionDefinition> parsed = parse("void g(void)\n{\n" + body + "\n}\n");
    assertEquals("g", parsed.variants().get(0).tree().name());
    String dump = TreeDump.of(parsed.variants().get(0).tree());
    assertTrue(dump.contains("f"), "the call is kept");
  }

  @Test
  void longListsAreNoDepth() {
    String call = "f(" + "a, ".repeat(LONG) + "a);";
    String statements = "a = b + 1;\n".repeat(LONG);
    String list = "int x[] = { " + "1, ".repeat(LONG) + "};";
    String cases = "switch (a) { " + "case 1: b(); break; ".repeat(LONG) + "}";
    String strings = "f(" + "\"a\" ".repeat(LONG) + ");";
    for (String body : List.of(call, statements, list, cases, strings)) {
      Parsed<FunctionDefinition> parsed = parse("void g(void) { " + body + " }");
      assertTrue(parsed.isClean(), () -> parsed.variants().get(0).diagnostics().toString());
    }
  }

  @Test
  void deepestNestingThatIsRead() {
    for (String body :
        List.of(
            "x = " + "(".repeat(115) + "f(1)" + ")".repeat(115) + ";",
            "{".repeat(115) + "f(1);" + "}".repeat(115),
            "x = f(1)" + " + 1".repeat(490) + ";",
            "x = " + "!".repeat(490) + "f(1);",
            "if (a) ".repeat(115) + "f(1);",
            "for_each_y(b) ".repeat(490) + "f(1);")) {
      assertTrue(parse("void g(void) { " + body + " }").isClean(), body);
    }
  }

  @Test
  void elseIfChainsOfThousands() {
    for (String link : List.of("if (a == 1) b(); else ", "if (a == 1) { b(); } else ")) {
      Parsed<FunctionDefinition> parsed = parse("void g(void) { " + link.repeat(5000) + "c(); }");
      assertTrue(parsed.isClean(), () -> parsed.variants().get(0).diagnostics().toString());
      String dump = TreeDump.of(parsed.variants().get(0).tree());
      assertEquals(4999, dump.split("\n    else if ").length - 1);
    }
  }

  @Test
  void manyUnreadableStatements() {
    Parsed<FunctionDefinition> parsed =
        parse("void g(void) { " + "a = = f(1);\n".repeat(2000) + " }");
    assertFalse(parsed.isClean());
  }

  @Test
  void emptyAndBodiless() {
    for (String code : List.of("", ";", "int", "int f(void);", "}", "{", "#if A\n", "f(")) {
      assertFalse(parse(code).isClean(), code);
    }
  }

  @Test
  void macrosThatStartInTheMiddle() {
    for (String body :
        List.of(
            ": x",
            "{",
            "}",
            ") (",
            ", a",
            "= 1",
            "? :",
            "[",
            "]",
            "##",
            "#",
            "a ## ",
            ". b",
            "-> c",
            "else x",
            "; ;",
            "case",
            "do",
            "(",
            "((",
            "...",
            "\\",
            "if",
            "asm",
            "sizeof",
            "_Generic",
            "struct",
            "typeof",
            "typeof(",
            "goto",
            "__attribute__((",
            "for (",
            "a(")) {
      String code = "#define M(x) " + body;
      SourceText text = new SourceText("hostile.h", code.getBytes(StandardCharsets.UTF_8));
      Span all = new Span(0, text.length());
      KernelParser parser = new KernelParser(Samples.IS_TYPE_NAME);
      assertEquals("M", parser.parseMacro(text, all).variants().get(0).tree().name(), body);
      SourceText bare = new SourceText("hostile.c", body.getBytes(StandardCharsets.UTF_8));
      parser.parseExpression(bare, new Span(0, bare.length()));
      parser.parseDeclaration(bare, new Span(0, bare.length()));
      parse(body);
      parse("f() { " + body + " }");
    }
  }

  @Property(tries = 300)
  void anyBytes(@ForAll byte[] bytes) {
    parse(bytes);
  }

  @Test
  void mutilatedSamples() throws IOException {
    Random random = new Random(7);
    for (Path file : Samples.files("ok")) {
      SourceText text = Samples.read(file);
      for (Span span : Samples.definitions(text)) {
        byte[] bytes = Arrays.copyOfRange(text.bytes(), span.start(), span.end());
        for (int i = 0; i < 60; i++) {
          byte[] cut = bytes.clone();
          for (int j = 0; j <= i % 4; j++) {
            cut[random.nextInt(cut.length)] = bytes[random.nextInt(bytes.length)];
          }
          Parsed<FunctionDefinition> parsed = parse(cut);
          for (Parsed.Variant<FunctionDefinition> variant : parsed.variants()) {
            Stmt.Block body = variant.tree().body();
            assertTrue(body.span().end() <= cut.length);
            TreeDump.of(variant.tree());
          }
          SourceText whole = new SourceText("cut.c", cut);
          Span all = new Span(0, cut.length);
          KernelParser parser = new KernelParser(Samples.IS_TYPE_NAME);
          parser.parseMacro(whole, all);
          parser.parseDeclaration(whole, all);
          parser.parseExpression(whole, all);
        }
      }
    }
  }
}
