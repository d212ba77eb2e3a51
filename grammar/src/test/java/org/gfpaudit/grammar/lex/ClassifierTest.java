package org.gfpaudit.grammar.lex;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each heuristic by name: a line of code, and the finer kinds the classifier gives its tokens. */
class ClassifierTest {
  private static final Set<String> TYPES = Set.of("known", "u32");

  private static String kindName(int kind) {
    try {
      for (Field field : TokenKind.class.getFields()) {
        if (field.getInt(null) == kind) {
          return field.getName();
        }
      }
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
    throw new AssertionError("no such kind: " + kind);
  }

  /** The kinds that only the classifier yields, in the order they stand in. */
  private static String marks(String code) {
    byte[] bytes = code.getBytes(StandardCharsets.UTF_8);
    RawTokens raw = new RawTokens(bytes, Lexer.lex(bytes, 0, bytes.length), new WordTable());
    Classifier classifier = new Classifier(raw, TYPES::contains);
    classifier.statements(0, raw.count());
    TokenBuffer out = classifier.take();
    List<String> marks = new ArrayList<>();
    for (int i = 0; i < out.count(); i++) {
      if (out.kind(i) >= TokenKind.DECLARATION) {
        marks.add(kindName(out.kind(i)));
      }
    }
    return String.join(" ", marks);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      nullValues = "-",
      value = {
        "two names declare              | foo x;                     | DECLARATION TYPE_NAME",
        "star before a name declares    | foo *x;                    | DECLARATION TYPE_NAME",
        "product is no declaration      | foo * x + 1;               | -",
        "call is no declaration         | foo(x);                    | -",
        "function pointer declares      | foo (*f)(int);             |"
            + " DECLARATION TYPE_NAME GROUP_LPAREN PARAMETER_LPAREN",
        "call of a pointer's value      | foo(*f);                   | -",
        "cast to a keyword type         | x = (int)y;                | CAST_LPAREN",
        "cast to a pointer              | x = (foo *)y;              | CAST_LPAREN TYPE_NAME",
        "parentheses before minus       | x = (foo) - y;             | -",
        "known type before minus        | x = (known) - y;           | CAST_LPAREN TYPE_NAME",
        "a declared name is no type     | int known; x = (known) - y; | DECLARATION",
        "name before an operand casts   | x = (foo)y;                | CAST_LPAREN TYPE_NAME",
        "call through parentheses       | x = (foo)(y);              | -",
        "cast before a cast             | x = (foo)(int)y;           |"
            + " CAST_LPAREN TYPE_NAME CAST_LPAREN",
        "address space in a cast        | x = (u8 __space *)y;       | CAST_LPAREN TYPE_NAME",
        "compound literal               | x = (foo){ 1 };            | COMPOUND_LPAREN TYPE_NAME",
        "sizeof a type                  | x = sizeof(u32) * y;       | TYPE_LPAREN TYPE_NAME",
        "sizeof a variable              | x = sizeof(y) * y;         | -",
        "statement expression           | x = ({ y; });              | STATEMENT_LPAREN",
        "type argument                  | f(struct x, y);            | TYPE_ARGUMENT",
        "pointer type argument          | f(foo *, y);               | TYPE_ARGUMENT TYPE_NAME",
        "operator argument              | f(x, >=, y);               | OPAQUE",
        "missing argument               | f(x, , y);                 | OPAQUE",
        "statement argument             | f(if (x) y(););            | STATEMENT_ARGUMENT",
        "declaration argument           | f(u32 x = 1; y(x););       |"
            + " STATEMENT_ARGUMENT DECLARATION TYPE_NAME",
        "label                          | again: x();                | LABEL_NAME",
        "label with an attribute        | again: __maybe_unused; x(); | LABEL_NAME",
        "conditional is no label        | a ? b : c;                 | -",
        "loop over a block              | for_each_x(a) { b(); }     | BLOCK_NAME",
        "loop over a statement          | for_each_x(a) ++b;         | BLOCK_NAME",
        "loop without a body            | for_each_x(a);             | BLOCK_NAME",
        "guard over a block             | scoped_guard(a, b) { c(); } | BLOCK_NAME",
        "guard's two argument lists     | guard(a)(b);               | -",
        "macro before a brace           | { X(a) }                   | MACRO_NAME",
        "macro before else              | if (a) X(a) else b();      | MACRO_NAME ELSE",
        "name in a string               | f(KERN_X \"a\" PRIX \"b\"); | STRING_NAME STRING_NAME",
        "string without quotes          | f(KERN_X fmt, y);          | STRING_NAME STRING_NAME",
        "unit behind a number           | x = 128 KB;                | -",
        "else if is one                 | if (a) b(); else if (c) d(); | ELSE_IF",
        "unknown attribute              | int some_attr x;           | DECLARATION",
        "attribute behind the name      | int x some_attr = 1;       | DECLARATION",
        "macro that declares            | static DEFINE_X(a, b);     | -",
        "type macro                     | typeof_member(a, b) c;     |" + " DECLARATION TYPE_MACRO",
      })
  void heuristic(String name, String code, String expected) {
    String actual = marks(code);
    String wanted = expected == null ? "" : expected.replace(" ELSE", "").strip();
    assertEquals(wanted, actual, name);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "indented line is the body       | walk(a)\\n\\tb();\\nc();     | BLOCK_NAME",
        "line of its own is a statement  | check(a)\\nb();\\nc();       | MACRO_NAME",
        "capitals on a line of their own | TRACE\\nb = c;               | MACRO_NAME",
      })
  void linesTell(String name, String code, String expected) {
    assertEquals(expected, marks(code.replace("\\n", "\n").replace("\\t", "\t")), name);
  }
}
