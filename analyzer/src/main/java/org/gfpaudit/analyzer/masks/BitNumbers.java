package org.gfpaudit.analyzer.masks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gfpaudit.analyzer.model.ConstantNumbers;
import org.gfpaudit.analyzer.model.KernelModel;
import org.gfpaudit.analyzer.model.Memo;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.rules.knowledge.FgpEffect;
import org.gfpaudit.rules.mask.BitNames;
import org.gfpaudit.rules.mask.Bits;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Origin;

/**
 * Which number each bit of a mask, and each flag of a lookup, is in one tree: what {@code 0x80}
 * means is written in its headers.
 *
 * <p>A number does not say whether it is a mask or flags, so it stands for the bits of both that
 * have it. Whoever wants a mask looks at no flag, and the other way round; and all operators do the
 * same to both. Safe for several threads.
 */
final class BitNumbers {
  private static final long MASK = 0xffff_ffffL;
  private static final List<String> HEADERS =
      List.of("include/linux/gfp_types.h", "include/linux/gfp.h", "include/linux/pagemap.h");

  private final Program program;
  private final ConstantNumbers constants;
  private final KernelModel model;
  private final Memo<List<String>, Numbering> known;

  /** What the headers say; read when the first number is met, for few trees have any. */
  private record Numbering(SortedMap<String, Long> numberOfName, List<Bits> bitsOfPosition) {
    boolean isKnown() {
      return numberOfName.containsKey("__GFP_FS") && numberOfName.containsKey("__GFP_IO");
    }
  }

  BitNumbers(Program program, ConstantNumbers constants, KernelModel model) {
    this.program = program;
    this.constants = constants;
    this.model = model;
    this.known = new Memo<>(program.tracing(), "numbering");
  }

  private Numbering numbering() {
    return known.get(HEADERS, this::read);
  }

  private Numbering read(List<String> paths) {
    List<SourceFile> headers = paths.stream().flatMap(path -> program.file(path).stream()).toList();
    SortedMap<String, Long> numberOfName = new TreeMap<>();
    Stream.concat(
            BitNames.known().stream(), model.knowledge().fgpEffects().stream().map(FgpEffect::flag))
        .forEach(name -> number(name, headers).ifPresent(number -> numberOfName.put(name, number)));
    List<Bits> bitsOfPosition = new ArrayList<>(Collections.nCopies(Integer.SIZE, Bits.NONE));
    numberOfName.forEach(
        (name, number) -> {
          int position = Long.numberOfTrailingZeros(number);
          Bits bit = model.names().bit(name);
          bitsOfPosition.set(position, bitsOfPosition.get(position).or(bit));
        });
    return new Numbering(numberOfName, bitsOfPosition);
  }

  /** The one number of a bit, whatever is configured; empty where it has several or none. */
  private Optional<Long> number(String name, List<SourceFile> headers) {
    Stream<String> spellings =
        name.startsWith("__GFP_") ? Stream.of("_" + name, name) : Stream.of(name);
    return spellings
        .flatMap(spelling -> headers.stream().map(file -> constants.definedIn(file, spelling)))
        .map(found -> found.stream().filter(number -> number != 0).toList())
        .filter(found -> !found.isEmpty())
        .findFirst()
        .filter(found -> found.size() == 1 && Long.bitCount(found.get(0)) == 1)
        .map(found -> found.get(0))
        .filter(number -> (number & ~MASK) == 0);
  }

  /** The bits that a number means; empty where the headers do not number {@code __GFP_FS}. */
  private Optional<Bits> bits(long number) {
    if (number != 0 && !numbering().isKnown()) {
      return Optional.empty();
    }
    boolean isCofinite = (number & (1L << (Integer.SIZE - 1))) != 0;
    long finite = isCofinite ? ~number & MASK : number & MASK;
    Bits bits = Bits.NONE;
    for (long rest = finite; rest != 0; rest &= rest - 1) {
      bits = bits.or(bit(Long.numberOfTrailingZeros(rest)));
    }
    return Optional.of(isCofinite ? bits.complement() : bits);
  }

  private Bits bit(int position) {
    Bits named = numbering().bitsOfPosition().get(position);
    return named.isEmpty() ? model.names().bit(nameless(position)) : named;
  }

  /** How a bit is written that the headers give no name. */
  private static String nameless(int position) {
    return BitNames.NUMBER + Long.toHexString(1L << position);
  }

  /** The mask that a number is. */
  MaskValue mask(long number, Origin origin) {
    if (number == 0) {
      return MaskValue.zero();
    }
    Optional<Bits> bits = bits(number);
    return bits.isPresent()
        ? MaskValue.constant(bits.get(), origin)
        : MaskValue.unknown("the number 0x" + Long.toHexString(number), origin);
  }

  /** The number that bits are; empty where one of them has none. */
  OptionalLong number(Bits bits) {
    if (bits.isCofinite()) {
      OptionalLong others = number(bits.complement());
      return others.isEmpty() ? others : OptionalLong.of(~others.getAsLong() & MASK);
    }
    long number = 0;
    for (String name : model.names().names(bits)) {
      Long known = numbering().numberOfName().get(name);
      if (known == null && name.startsWith(BitNames.NUMBER)) {
        known = Long.parseLong(name.substring(BitNames.NUMBER.length()), 16);
      }
      if (known == null) {
        return OptionalLong.empty();
      }
      number |= known;
    }
    return OptionalLong.of(number);
  }
}
