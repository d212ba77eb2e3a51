package org.gfpaudit.analyzer.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.gfpaudit.rules.mask.FieldOwner;
import org.gfpaudit.rules.mask.Symbol;
import org.junit.jupiter.api.Test;

final class FieldOwnersTest {
  private static final Texts TEXTS =
      Texts.of("fs/a.c", "void f(struct pond *pond)\n{\n}\n", "fs/b.c", "void g(void *p)\n{\n}\n");
  private static final Symbol.Field OF_POND = of("struct pond");
  private static final Symbol.Field OF_LAKE = of("struct lake");
  private static final Symbol.Field IN_A = in("fs/a.c");
  private static final Symbol.Field IN_B = in("fs/b.c");

  private static Symbol.Field of(String struct) {
    return new Symbol.Field(new FieldOwner.Struct(struct), "gfp");
  }

  private static Symbol.Field in(String file) {
    return new Symbol.Field(new FieldOwner.UnknownIn(file), "gfp");
  }

  private static void assertCanBeOne(boolean expected, Symbol.Field left, Symbol.Field right) {
    assertEquals(expected, TEXTS.owners().canBeOne(left, right), left + " and " + right);
    assertEquals(expected, TEXTS.owners().canBeOne(right, left), right + " and " + left);
  }

  @Test
  void twoStructsAreOneOrTwo() {
    assertCanBeOne(true, OF_POND, OF_POND);
    assertCanBeOne(false, OF_POND, OF_LAKE);
  }

  @Test
  void anUnknownStructIsOneThatItsFileNames() {
    assertCanBeOne(true, IN_A, OF_POND);
    assertCanBeOne(false, IN_A, OF_LAKE);
    assertCanBeOne(false, IN_B, OF_POND);
    assertCanBeOne(false, in("fs/missing.c"), OF_POND);
  }

  @Test
  void twoUnknownStructsAreOneInOneFile() {
    assertCanBeOne(true, IN_A, IN_A);
    assertCanBeOne(false, IN_A, IN_B);
  }

  @Test
  void anotherNameIsAnotherField() {
    assertCanBeOne(false, OF_POND, new Symbol.Field(new FieldOwner.Struct("struct pond"), "mask"));
    assertCanBeOne(false, IN_A, new Symbol.Field(new FieldOwner.UnknownIn("fs/a.c"), "mask"));
  }
}
