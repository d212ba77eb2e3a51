package org.gfpaudit.rules.knowledge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.rules.mask.AccessPath;

/** The normal forms of paths to mappings: {@code &inode->i_data} is {@code inode->i_mapping}. */
public final class MappingForms {
  private final Map<String, Accessor> accessors;
  private final List<SameSteps> equalities;

  MappingForms(Map<String, Accessor> accessors, List<SameSteps> equalities) {
    this.accessors = Map.copyOf(accessors);
    this.equalities = List.copyOf(equalities);
  }

  /** What a call of {@code function} gives, if it is known to follow fields and nothing else. */
  public Optional<Accessor> accessor(String function) {
    return Optional.ofNullable(accessors.get(function));
  }

  /**
   * The normal form of {@code path}: equal for all known names of one object. Opaque paths are in
   * normal form.
   */
  public AccessPath normal(AccessPath path) {
    List<String> steps = new ArrayList<>(path.steps());
    while (rewriteOnce(steps)) {
      // The reader of the table has checked that this ends.
    }
    return steps.equals(path.steps()) ? path : new AccessPath(path.root(), steps);
  }

  private boolean rewriteOnce(List<String> steps) {
    for (SameSteps same : equalities) {
      int at = Collections.indexOfSubList(steps, same.from());
      if (at >= 0) {
        List<String> found = steps.subList(at, at + same.from().size());
        found.clear();
        steps.addAll(at, same.to());
        return true;
      }
    }
    return false;
  }
}
