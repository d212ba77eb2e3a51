package org.gfpaudit.analyzer.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.TypeName;
import org.gfpaudit.rules.mask.FieldOwner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TypeOracleTest {
  private static final String TYPES =
      """
      struct leaf { int value; struct leaf *next; };
      struct tree {
        struct leaf *first;
        struct leaf own;
        struct leaf many[4];
        struct { gfp_t inner_gfp; struct leaf deep; } inside;
        struct { gfp_t loose_gfp; };
        union { struct leaf *one; long other; } choice;
      };
      typedef struct leaf leaf_t;
      typedef leaf_t *leaf_ptr;
      typedef struct { int hidden; } nameless_t;
      union either { struct leaf *leaf; long number; };
      struct leaf *first_leaf(struct tree *tree);
      static inline struct leaf *make_leaf(int value)
      {
        return 0;
      }
      extern struct tree *forest[];
      """;
  private static final String HEAD =
      "static struct tree *oak;\nstruct tree *elm = 0;\n"
          + "int f(struct tree *tree, leaf_t *leaf, leaf_ptr pointer, union either *either,"
          + " void *anything, nameless_t *nameless)\n{\n"
          + "\tstruct leaf local, *here, table[2];\n"
          + "\ttypeof(tree) same; typeof(*tree) content; __auto_type guess = tree;\n"
          + "\treturn ";

  private static Texts returning(String expression) {
    return Texts.of("include/linux/tree.h", TYPES, "fs/a.c", HEAD + expression + ";\n}\n");
  }

  private static String typeOf(String expression) {
    Texts texts = returning(expression);
    Texts.Returned returned = texts.returned("fs/a.c", "f");
    return texts
        .types()
        .typeOf(returned.value(), returned.graph(), texts.file("fs/a.c"))
        .map(TypeOracleTest::written)
        .orElse("unknown");
  }

  private static String written(TypeName type) {
    return type.name() + "*".repeat(type.pointerDepth()) + (type.array() ? "[]" : "");
  }

  private static String ownerOf(String member) {
    Texts texts = returning(member);
    Texts.Returned returned = texts.returned("fs/a.c", "f");
    FieldOwner owner =
        texts
            .types()
            .ownerOf((Expr.Member) returned.value(), returned.graph(), texts.file("fs/a.c"));
    return owner.struct().orElse("unknown");
  }

  @ParameterizedTest
  @CsvSource({
    "tree, struct tree*",
    "*tree, struct tree",
    "&local, struct leaf*",
    "&here, struct leaf**",
    "tree->first, struct leaf*",
    "tree->own, struct leaf",
    "tree->own.next, struct leaf*",
    "(*tree).first->next->next, struct leaf*",
    "tree->many, struct leaf[]",
    "tree->many[2], struct leaf",
    "tree->many[2].next, struct leaf*",
    "table[1].value, int",
    "tree->inside.inner_gfp, gfp_t",
    "tree->inside.deep.next, struct leaf*",
    "leaf->next, struct leaf*",
    "pointer->next, struct leaf*",
    "pointer->value, int",
    "either->leaf, struct leaf*",
    "(struct leaf *)anything, struct leaf*",
    "((struct leaf *)anything)->next, struct leaf*",
    "make_leaf(1), struct leaf*",
    "make_leaf(1)->next, struct leaf*",
    "tree ? here : anything, void*",
    "tree ? anything : here, struct leaf*",
    "(here = anything), struct leaf*",
    "elm->first, struct leaf*",
    "guess->first, unknown",
    "tree->missing, unknown",
    "missing->first, unknown",
    "missing(1), unknown",
    "tree->loose_gfp, gfp_t",
  })
  void typesOfExpressions(String expression, String expected) {
    assertEquals(expected, typeOf(expression));
  }

  /** The union has no tag, typeof is of a local name, and the index leaves the variable out. */
  @ParameterizedTest
  @ValueSource(strings = {"tree->choice.one", "same->first", "content.first", "oak->first"})
  void typesThatAreNotFoundYet(String expression) {
    assertEquals("unknown", typeOf(expression));
  }

  @ParameterizedTest
  @CsvSource({
    "tree->first, struct tree",
    "tree->own.value, struct leaf",
    "pointer->value, struct leaf",
    "either->number, union either",
    "guess->first, unknown",
    "missing->first, unknown",
  })
  void ownersOfFields(String member, String expected) {
    assertEquals(expected, ownerOf(member));
  }

  @Test
  void fieldsOfStructsWithoutATagHaveOwnersOfTheirOwn() {
    assertEquals(
        false,
        ownerOf("tree->inside.inner_gfp").equals(ownerOf("tree->choice.other")),
        "two members without a tag are two structs");
  }

  @Test
  void whatIsUnknownIsUnknownInItsFile() {
    Texts texts = returning("missing->first");
    assertEquals(
        new FieldOwner.UnknownIn("fs/a.c"),
        texts.types().ownerOf(Optional.empty(), texts.file("fs/a.c")));
  }

  @Test
  void fieldsOfAStructAreInOrder() {
    Texts texts = returning("0");
    assertEquals(
        List.of("value", "next"), texts.types().fieldNames("struct leaf", texts.file("fs/a.c")));
    assertEquals(List.of(), texts.types().fieldNames("struct none", texts.file("fs/a.c")));
  }

  @Test
  void aStructIsThatOfTheFileThatAsks() {
    Texts texts =
        Texts.of(
            "fs/a.c",
            "struct part { int *number; };\n",
            "fs/b.c",
            "struct part { char **letters; };\n");
    assertEquals(
        Optional.of("int*"),
        texts
            .types()
            .fieldType("struct part", "number", texts.file("fs/a.c"))
            .map(TypeOracleTest::written));
    assertEquals(
        Optional.of("char**"),
        texts
            .types()
            .fieldType("struct part", "letters", texts.file("fs/b.c"))
            .map(TypeOracleTest::written));
    assertEquals(
        Optional.empty(), texts.types().fieldType("struct part", "letters", texts.file("fs/a.c")));
  }

  @Test
  void aCycleOfTypedefsEnds() {
    Texts texts = Texts.of("fs/a.c", "typedef ping_t pong_t;\ntypedef pong_t ping_t;\n");
    Texts.Returned returned =
        Texts.of("fs/b.c", "int f(void)\n{\n\treturn (ping_t)0;\n}\n").returned("fs/b.c", "f");
    TypeName ping = ((Expr.Cast) returned.value()).type();
    assertEquals(Optional.empty(), texts.types().structName(ping, texts.file("fs/a.c")));
  }
}
