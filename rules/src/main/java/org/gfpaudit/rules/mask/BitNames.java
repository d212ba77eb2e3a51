package org.gfpaudit.rules.mask;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Names of mask bits: which index stands for {@code ___GFP_FS}, and how a set of bits is written.
 *
 * <p>One instance serves one audit run; it may be shared by threads. The bits of the kernels that
 * are known take the first indices, others follow in order of first use. No more than {@value
 * #CAPACITY} names get an index of their own. Later ones share {@link Bits#REST}: they cannot be
 * told apart from each other, which blurs no verdict as long as the names verdicts depend on are
 * among the first.
 *
 * <p>Output does not depend on the order of first use: {@link #names} lists the known names in
 * their order and all others by name.
 */
public final class BitNames {
  /** How the name of a bit begins that has only a number, which follows in hexadecimal. */
  public static final String NUMBER = "0x";

  /** How many names get an index of their own. */
  public static final int CAPACITY = 62;

  /** Every atomic bit of the trees 3.18 to 7.2, those that verdicts depend on first. */
  private static final List<String> GFP =
      List.of(
          "___GFP_FS",
          "___GFP_IO",
          "___GFP_DIRECT_RECLAIM",
          "___GFP_KSWAPD_RECLAIM",
          "___GFP_WAIT",
          "___GFP_HIGHMEM",
          "___GFP_DMA",
          "___GFP_DMA32",
          "___GFP_MOVABLE",
          "___GFP_RECLAIMABLE",
          "___GFP_HIGH",
          "___GFP_ATOMIC",
          "___GFP_NOWARN",
          "___GFP_NORETRY",
          "___GFP_RETRY_MAYFAIL",
          "___GFP_REPEAT",
          "___GFP_NOFAIL",
          "___GFP_MEMALLOC",
          "___GFP_NOMEMALLOC",
          "___GFP_NO_KSWAPD",
          "___GFP_COLD",
          "___GFP_COMP",
          "___GFP_ZERO",
          "___GFP_WRITE",
          "___GFP_HARDWALL",
          "___GFP_THISNODE",
          "___GFP_ACCOUNT",
          "___GFP_NOTRACK",
          "___GFP_OTHER_NODE",
          "___GFP_NOLOCKDEP",
          "___GFP_ZEROTAGS",
          "___GFP_SKIP_ZERO",
          "___GFP_SKIP_KASAN_UNPOISON",
          "___GFP_SKIP_KASAN_POISON",
          "___GFP_SKIP_KASAN",
          "___GFP_NO_OBJ_EXT");

  private final List<String> nameOfIndex = new ArrayList<>();
  private final Map<String, Bits> bitOfName = new HashMap<>();
  private final Map<String, Bits> composed = new TreeMap<>();

  private BitNames() {
    GFP.forEach(this::bit);
  }

  /** Fresh names for GFP masks; atoms are spelled with three underscores as in the headers. */
  public static BitNames forGfp() {
    return new BitNames();
  }

  /** Names with the same numbers, and no composed ones. */
  public synchronized BitNames uncomposed() {
    BitNames copy = new BitNames();
    nameOfIndex.forEach(copy::bit);
    return copy;
  }

  /** Whether the next name gets an index of its own. */
  public synchronized boolean hasRoom() {
    return nameOfIndex.size() < CAPACITY;
  }

  /** The names of the bits of all kernels that are known, as {@link #names} writes them. */
  public static List<String> known() {
    return GFP.stream().map(BitNames::display).toList();
  }

  /**
   * The bit of an atomic name. {@code __GFP_FS} and {@code ___GFP_FS} are the same atom. A name
   * never seen before takes the next index, or {@link Bits#REST} where none is left.
   */
  public synchronized Bits bit(String name) {
    String atom = atom(name);
    Bits known = bitOfName.get(atom);
    if (known != null) {
      return known;
    }
    Bits bit = Bits.of(nameOfIndex.size() < CAPACITY ? nameOfIndex.size() : Bits.REST);
    if (!bit.isCofinite()) {
      nameOfIndex.add(atom);
    }
    bitOfName.put(atom, bit);
    return bit;
  }

  /** The union of several atomic names. */
  public Bits bits(Collection<String> names) {
    return names.stream().map(this::bit).reduce(Bits.NONE, Bits::or);
  }

  /** Makes {@code name} ({@code GFP_KERNEL}) a way to write {@code bits} in {@link #text}. */
  public synchronized void compose(String name, Bits bits) {
    if (bits.size() > 1 && !bits.isCofinite()) {
      composed.put(name, bits);
    }
  }

  /**
   * The names of the indices in {@code bits}, with two underscores, in the order the class comment
   * promises. The bits without an index have no name: a caller that cares asks {@link
   * Bits#isCofinite}.
   */
  public synchronized List<String> names(Bits bits) {
    List<String> known = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (int index = 0; index < nameOfIndex.size(); index++) {
      if (bits.intersects(Bits.of(index))) {
        (index < GFP.size() ? known : others).add(display(nameOfIndex.get(index)));
      }
    }
    others.sort(Comparator.naturalOrder());
    known.addAll(others);
    return List.copyOf(known);
  }

  /** The display name of an atom: {@code ___GFP_FS} is shown as {@code __GFP_FS}. */
  public static String display(String atom) {
    return atom.startsWith("___GFP_") ? atom.substring(1) : atom;
  }

  /**
   * {@code bits} as C would write them, with the largest composed names that fit: {@code
   * GFP_KERNEL|__GFP_NOWARN}, {@code ~__GFP_FS}, {@code 0}. A number means a mask and flags at once
   * (see the users of {@link #NUMBER}); where there are bits of a mask only these are written.
   */
  public synchronized String text(Bits numbered) {
    Bits bits = ofMask(numbered);
    if (bits.equals(Bits.ALL)) {
      return "~0";
    }
    if (bits.isCofinite()) {
      String cleared = text(bits.complement());
      return cleared.contains("|") ? "~(" + cleared + ")" : "~" + cleared;
    }
    if (bits.isEmpty()) {
      return "0";
    }
    List<String> parts = new ArrayList<>();
    Bits rest = bits;
    for (var name = largest(rest); name.isPresent(); name = largest(rest)) {
      parts.add(name.get().getKey());
      rest = rest.without(name.get().getValue());
    }
    parts.addAll(names(rest));
    return parts.stream().collect(Collectors.joining("|"));
  }

  /** The bits of a mask where there are some beside flags, else all. */
  private Bits ofMask(Bits bits) {
    if (bits.isCofinite()) {
      return bits.equals(Bits.ALL) ? bits : ofMask(bits.complement()).complement();
    }
    Bits mask = Bits.NONE;
    for (int index = 0; index < nameOfIndex.size(); index++) {
      String name = nameOfIndex.get(index);
      if (name.startsWith("___GFP_") || name.startsWith(NUMBER)) {
        mask = mask.or(Bits.of(index));
      }
    }
    return bits.intersects(mask) ? bits.and(mask) : bits;
  }

  /** The composed name that covers most of {@code bits} and nothing else, if there is one. */
  private Optional<Map.Entry<String, Bits>> largest(Bits bits) {
    Map.Entry<String, Bits> best = null;
    for (Map.Entry<String, Bits> entry : composed.entrySet()) {
      if (bits.containsAll(entry.getValue())
          && (best == null || entry.getValue().size() > best.getValue().size())) {
        best = entry;
      }
    }
    return Optional.ofNullable(best);
  }

  private static String atom(String name) {
    return name.startsWith("__GFP_") ? "_" + name : name;
  }
}
