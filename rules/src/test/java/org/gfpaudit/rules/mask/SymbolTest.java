package org.gfpaudit.rules.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gfpaudit.rules.finding.Place;
import org.junit.jupiter.api.Test;

/** The order of symbols: those that say most come first, whatever the order they come in. */
class SymbolTest {
  private static final FieldOwner FILE_A = new FieldOwner.UnknownIn("fs/a.c");
  private static final FieldOwner FILE_B = new FieldOwner.UnknownIn("fs/b.c");
  private static final FieldOwner STRUCT_A = new FieldOwner.Struct("struct a");
  private static final FieldOwner UNION_A = new FieldOwner.Struct("union a");

  private static final List<Symbol> IN_ORDER =
      List.of(
          new Symbol.MappingMask(AccessPath.param(0)),
          new Symbol.MappingMask(AccessPath.global("mapping")),
          new Symbol.Parameter(0),
          new Symbol.Parameter(2),
          new Symbol.Parameter(10),
          new Symbol.Pointee(0),
          new Symbol.Pointee(2),
          new Symbol.Pointee(10),
          new Symbol.Field(FILE_A, "gfp"),
          new Symbol.Field(FILE_A, "mask"),
          new Symbol.Field(FILE_B, "gfp"),
          new Symbol.Field(STRUCT_A, "gfp"),
          new Symbol.Field(STRUCT_A, "mask"),
          new Symbol.Field(UNION_A, "gfp"),
          new Symbol.Unknown("a", new Place("fs/a.c", 1, 1, "f")),
          new Symbol.Unknown("a", new Place("fs/a.c", 2, 1, "f")),
          new Symbol.Unknown("b", new Place("fs/a.c", 1, 1, "f")));

  @Provide
  Arbitrary<Symbol> symbol() {
    return Arbitraries.of(IN_ORDER);
  }

  @Test
  void kindsAreOrderedByHowMuchTheySayAndThenByContent() {
    List<Symbol> shuffled = new ArrayList<>(IN_ORDER);
    Collections.shuffle(shuffled, new Random(13));

    assertEquals(IN_ORDER, List.copyOf(new TreeSet<>(shuffled)));
  }

  @Property
  void theOrderIsTotalAndAgreesWithEquals(@ForAll("symbol") Symbol a, @ForAll("symbol") Symbol b) {
    assertEquals(Integer.signum(a.compareTo(b)), -Integer.signum(b.compareTo(a)));
    assertEquals(a.equals(b), a.compareTo(b) == 0);
    assertEquals(
        Integer.signum(Integer.compare(IN_ORDER.indexOf(a), IN_ORDER.indexOf(b))),
        Integer.signum(a.compareTo(b)));
  }

  @Property
  void aPointeeIsNeverTheParameter(@ForAll("symbol") Symbol a) {
    if (a instanceof Symbol.FromCaller handedIn) {
      Symbol other =
          a instanceof Symbol.Pointee
              ? new Symbol.Parameter(handedIn.index())
              : new Symbol.Pointee(handedIn.index());
      assertTrue(!a.equals(other) && a.compareTo(other) != 0);
    }
  }

  @Test
  void symbolsAreWrittenByTheirKinds() {
    assertEquals("M(arg0)", new Symbol.MappingMask(AccessPath.param(0)).toString());
    assertEquals("P(2)", new Symbol.Parameter(2).toString());
    assertEquals("*P(2)", new Symbol.Pointee(2).toString());
    assertEquals("argument 3", new Symbol.Parameter(2).inCall());
    assertEquals("what argument 3 points to", new Symbol.Pointee(2).inCall());
    assertEquals("F(struct a.gfp)", new Symbol.Field(STRUCT_A, "gfp").toString());
    assertEquals("F(?.gfp)", new Symbol.Field(FILE_A, "gfp").toString());
    assertEquals("struct a.gfp", new Symbol.Field(STRUCT_A, "gfp").text());
    assertEquals("gfp", new Symbol.Field(FILE_A, "gfp").text());
  }
}
