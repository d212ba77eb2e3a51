package org.gfpaudit.analyzer.masks;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gfpaudit.rules.mask.AccessPath;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Symbol;

/** Which parameters a summary is made of, by their 0-based indices. */
final class ParameterUse {
  private ParameterUse() {}

  static SortedSet<Integer> of(MaskValue value) {
    SortedSet<Integer> indices = new TreeSet<>();
    for (Symbol.FromCaller handedIn : value.symbols(Symbol.FromCaller.class)) {
      indices.add(handedIn.index());
    }
    for (Symbol.MappingMask mask : value.symbols(Symbol.MappingMask.class)) {
      add(mask.mapping(), indices);
    }
    return indices;
  }

  static SortedSet<Integer> of(Collection<AccessPath> paths) {
    SortedSet<Integer> indices = new TreeSet<>();
    paths.forEach(path -> add(path, indices));
    return indices;
  }

  private static void add(AccessPath path, SortedSet<Integer> indices) {
    if (path.root() instanceof AccessPath.Param parameter) {
      indices.add(parameter.index());
    }
  }
}
