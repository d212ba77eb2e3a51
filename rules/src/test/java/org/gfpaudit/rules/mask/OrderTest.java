package org.gfpaudit.rules.mask;

import static org.gfpaudit.rules.mask.Samples.FS;
import static org.gfpaudit.rules.mask.Samples.IO;
import static org.gfpaudit.rules.mask.Samples.RECLAIM;
import static org.gfpaudit.rules.mask.Samples.origin;
import static org.gfpaudit.rules.mask.Samples.place;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gfpaudit.rules.finding.Place;
import org.junit.jupiter.api.Test;

/** The order of the values of the domain, which is that of all output, and their equality. */
class OrderTest {

  /**
   * Each value is less than all later ones, and equal to none of them.
   *
   * @param again the same values, made a second time
   */
  private static <T extends Comparable<T>> void assertAscending(List<T> values, List<T> again) {
    for (int i = 0; i < values.size(); i++) {
      for (int j = 0; j < values.size(); j++) {
        T left = values.get(i);
        T right = again.get(j);
        assertEquals(
            Integer.signum(Integer.compare(i, j)),
            Integer.signum(left.compareTo(right)),
            () -> left + " compared to " + right);
        if (i == j) {
          assertEquals(left, right);
          assertEquals(left.hashCode(), right.hashCode());
        } else {
          assertNotEquals(left, right);
        }
      }
      assertNotEquals(values.get(i), new Object());
    }
    assertHashesSpread(values);
  }

  /** Two thirds of the values have a hash of their own: a bit and its complement share theirs. */
  private static void assertHashesSpread(Collection<?> values) {
    Set<Integer> hashes = values.stream().map(Object::hashCode).collect(Collectors.toSet());
    assertTrue(3 * hashes.size() >= 2 * values.size(), () -> "the hashes are but " + hashes);
  }

  private static AccessPath path(AccessPath root, String... steps) {
    AccessPath path = root;
    for (String step : steps) {
      path = path.then(step, place(1));
    }
    return path;
  }

  private static List<AccessPath> paths() {
    return List.of(
        AccessPath.param(0),
        path(AccessPath.param(0), "f"),
        path(AccessPath.param(0), "f", "a"),
        path(AccessPath.param(0), "g"),
        AccessPath.param(2),
        AccessPath.param(10),
        AccessPath.local("a", 1),
        AccessPath.local("a", 2),
        AccessPath.local("b", 0),
        AccessPath.global("a"),
        AccessPath.global("b"),
        path(AccessPath.global("b"), "f"),
        AccessPath.fresh("a()", place(1)),
        AccessPath.fresh("a()", place(2)),
        AccessPath.fresh("b()", place(1)),
        AccessPath.opaque("a", place(1)),
        AccessPath.opaque("a", place(2)),
        AccessPath.opaque("b", place(1)));
  }

  @Test
  void ofAccessPaths() {
    assertAscending(paths(), paths());
  }

  private static List<Bits> someBits() {
    return List.of(Bits.NONE, FS, IO, FS.or(IO), RECLAIM, FS.complement(), Bits.ALL);
  }

  @Test
  void ofBitsWithThoseWithoutAnIndexLast() {
    assertAscending(someBits(), someBits());
  }

  private static List<Origin> origins() {
    Place first = place(1);
    Place second = place(2);
    return List.of(
        new Origin(first, "A"),
        new Origin(first, "A", List.of(first)),
        new Origin(first, "A", List.of(first, second)),
        new Origin(first, "A", List.of(second)),
        new Origin(first, "B"),
        new Origin(second, "A"),
        new Origin(second, "A", List.of(first)),
        new Origin(place(3), "A"));
  }

  @Test
  void ofOriginsByPlaceTextAndWay() {
    assertAscending(origins(), origins());
  }

  private static List<Symbol> symbols() {
    return List.of(
        new Symbol.MappingMask(AccessPath.param(0)),
        new Symbol.MappingMask(AccessPath.param(1)),
        new Symbol.Parameter(0),
        new Symbol.Parameter(1),
        Samples.field("struct a", "f"),
        Samples.field("struct a", "g"),
        Samples.field("struct b", "f"),
        new Symbol.Unknown("a", place(1)),
        new Symbol.Unknown("a", place(2)),
        new Symbol.Unknown("b", place(1)));
  }

  @Test
  void ofSymbolsByHowMuchTheySay() {
    assertAscending(symbols(), symbols());
  }

  private static List<Term> terms() {
    Symbol mapping = new Symbol.MappingMask(AccessPath.param(0));
    Symbol parameter = new Symbol.Parameter(1);
    return List.of(
        Term.constant(FS, origin(1)),
        Term.constant(IO, origin(1)),
        Term.constant(RECLAIM, origin(1)),
        Term.constant(Bits.ALL, origin(1)),
        new Term(FS, List.of(mapping), origin(1)),
        new Term(FS, List.of(mapping, parameter), origin(1)),
        new Term(FS, List.of(parameter), origin(1)),
        new Term(IO, List.of(parameter), origin(1)),
        Term.constant(FS, origin(2)),
        Term.constant(FS, origin(3)));
  }

  @Test
  void ofTermsByOriginSymbolsAndBits() {
    assertAscending(terms(), terms());
  }

  private static List<Alternative> alternatives() {
    Term fs = Term.constant(FS, origin(1));
    Term more = Term.constant(FS.or(IO), origin(1));
    Term later = Term.constant(FS, origin(2));
    return List.of(
        Alternative.ZERO,
        Alternative.of(List.of(fs)),
        Alternative.of(List.of(fs, later)),
        Alternative.of(List.of(more)),
        Alternative.of(List.of(more, later)),
        Alternative.of(List.of(later)));
  }

  @Test
  void ofAlternativesTermByTerm() {
    assertAscending(alternatives(), alternatives());
  }

  @Test
  void valuesAreEqualByTheirPaths() {
    List<MaskValue> values =
        alternatives().stream().map(path -> MaskValue.ofAlternatives(List.of(path))).toList();
    List<MaskValue> again =
        alternatives().stream().map(path -> MaskValue.ofAlternatives(List.of(path))).toList();
    for (int i = 0; i < values.size(); i++) {
      for (int j = 0; j < values.size(); j++) {
        assertEquals(i == j, values.get(i).equals(again.get(j)));
      }
    }
    assertHashesSpread(values);
    assertNotEquals(values.get(0), new Object());
  }

  @Test
  void symbolsReadLikeTheirLetters() {
    assertEquals(
        List.of(
            "M(arg0)",
            "P(1)",
            "F(struct a.f)",
            "F(?.f)",
            "U(lost)",
            "M(g->f)",
            "M(inode)",
            "M(new_inode(sb))"),
        List.of(
                new Symbol.MappingMask(AccessPath.param(0)),
                new Symbol.Parameter(1),
                Samples.field("struct a", "f"),
                Samples.fieldOfSomething("f"),
                new Symbol.Unknown("lost", place(1)),
                new Symbol.MappingMask(path(AccessPath.global("g"), "f")),
                new Symbol.MappingMask(AccessPath.local("inode", 4)),
                new Symbol.MappingMask(AccessPath.fresh("new_inode(sb)", place(1))))
            .stream()
            .map(Symbol::toString)
            .toList());
  }
}
