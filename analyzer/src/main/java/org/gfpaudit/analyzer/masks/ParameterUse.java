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
    for (Symbol symbol : value.symbols()) {
      if (symbol instanceof Symbol.FromCaller handedIn) {
        indices.add(handedIn.index());
      } else if (symbol instanceof Symbol.MappingMask mask) {
        add(mask.mapping(), indices);
      }
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
