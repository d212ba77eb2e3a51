package org.gfpaudit.rules.knowledge;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gfpaudit.rules.mask.BitNames;
import org.gfpaudit.rules.mask.Bits;

/**
 * What the GFP names of one release are made of; serves where a tree has no headers.
 *
 * @param names by name, {@code GFP_KERNEL} and {@code __GFP_FS} alike
 */
public record GfpTable(KernelVersion version, SortedMap<String, Composition> names) {

  /**
   * What a name stands for.
   *
   * @param atoms names of single bits, {@code __GFP_FS}
   * @param complement whether the name means every bit but these
   */
  public record Composition(List<String> atoms, boolean complement) {
    public Composition {
      atoms = List.copyOf(atoms);
    }

    /** The bits as {@code bitNames} numbers them. */
    public Bits bits(BitNames bitNames) {
      Bits bits = bitNames.bits(atoms);
      return complement ? bits.complement() : bits;
    }
  }

  public GfpTable {
    names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
  }

  /** The bits of {@code name}, or empty where the release has no such name. */
  public Optional<Bits> bits(String name, BitNames bitNames) {
    return Optional.ofNullable(names.get(name)).map(composition -> composition.bits(bitNames));
  }
}
