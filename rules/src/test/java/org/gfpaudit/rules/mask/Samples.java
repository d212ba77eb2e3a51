package org.gfpaudit.rules.mask;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.gfpaudit.rules.finding.Place;

/** Values of the mask domain over a small universe, so that random ones often meet. */
final class Samples {
  private Samples() {}

  /** The bits the universe knows: three with an index and the rest. */
  static final Bits FS = Bits.of(0);

  static final Bits IO = Bits.of(1);
  static final Bits RECLAIM = Bits.of(2);

  static Place place(int line) {
    return new Place("fs/a.c", line, 1, "f");
  }

  static Origin origin(int line) {
    return new Origin(place(line), "origin" + line);
  }

  /** The mask in a field of a struct that is known. */
  static Symbol field(String owner, String name) {
    return new Symbol.Field(new FieldOwner.Struct(owner), name);
  }

  /** The mask in a field of a struct that is not known. */
  static Symbol fieldOfSomething(String name) {
    return new Symbol.Field(new FieldOwner.UnknownIn("fs/a.c"), name);
  }

  static Arbitrary<Bits> bits() {
    return Arbitraries.of(
        Bits.NONE,
        FS,
        IO,
        RECLAIM,
        FS.or(IO),
        FS.or(IO).or(RECLAIM),
        FS.complement(),
        RECLAIM.complement(),
        Bits.ALL);
  }

  static List<Symbol> allSymbols() {
    List<Symbol> symbols = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      symbols.add(new Symbol.MappingMask(AccessPath.param(i)));
      symbols.add(new Symbol.Parameter(i));
    }
    symbols.add(new Symbol.Pointee(0));
    symbols.add(new Symbol.Field(new FieldOwner.UnknownIn("fs/a.c"), "gfp"));
    symbols.add(new Symbol.Field(new FieldOwner.Struct("struct foo"), "gfp"));
    symbols.add(new Symbol.Unknown("lost", place(9)));
    return symbols;
  }

  static Arbitrary<Symbol> symbol() {
    return Arbitraries.of(allSymbols());
  }

  static Arbitrary<Term> term() {
    Arbitrary<Set<Symbol>> symbols = symbol().set().ofMaxSize(3);
    return Combinators.combine(bits(), symbols, Arbitraries.integers().between(1, 3))
        .as((bits, set, line) -> new Term(bits, new TreeSet<>(set), origin(line)));
  }

  static Arbitrary<Alternative> alternative() {
    return term().list().ofMaxSize(4).map(Alternative::of);
  }

  /** Values far from the caps. */
  static Arbitrary<MaskValue> value() {
    return alternative().list().ofMaxSize(3).map(MaskValue::ofAlternatives);
  }

  /** Values of which a few joined are past the cap, and widened ones. */
  static Arbitrary<MaskValue> anyValue() {
    Arbitrary<MaskValue> large =
        Combinators.combine(
                Arbitraries.integers().between(1, 60), Arbitraries.integers().between(0, 40))
            .as(Samples::constants);
    return Arbitraries.oneOf(value(), large, Arbitraries.just(constants(200, 0)));
  }

  /** As many different constants, from different lines. */
  static MaskValue constants(int count, int firstLine) {
    List<Alternative> alternatives = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      alternatives.add(Alternative.of(List.of(Term.constant(FS, origin(firstLine + i)))));
    }
    return MaskValue.ofAlternatives(alternatives);
  }
}
