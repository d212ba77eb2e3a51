package org.gfpaudit.rules.knowledge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.rules.mask.AccessPath;

/** The normal forms of paths to mappings: {@code &inode->i_data} is {@code inode->i_mapping}. */
public final class MappingForms {
  private static final String OUT = "^";

  private final Map<String, Accessor> accessors;
  private final Map<String, Container> containers;
  private final Map<String, FreshObject> fresh;
  private final List<SameSteps> equalities;

  MappingForms(
      Map<String, Accessor> accessors,
      Map<String, Container> containers,
      Map<String, FreshObject> fresh,
      List<SameSteps> equalities) {
    this.accessors = Map.copyOf(accessors);
    this.containers = Map.copyOf(containers);
    this.fresh = Map.copyOf(fresh);
    this.equalities = List.copyOf(equalities);
  }

  /** What a call of {@code function} gives, if it is known to follow fields and nothing else. */
  public Optional<Accessor> accessor(String function) {
    return Optional.ofNullable(accessors.get(function));
  }

  /** How a macro leads from a member to what holds it. */
  public Optional<Container> container(String macro) {
    return Optional.ofNullable(containers.get(macro));
  }

  /** Whether a call of {@code function} gives an object that is new. */
  public boolean isFresh(String function) {
    return fresh.containsKey(function);
  }

  /** The step from a member to what holds it, the way back of the step {@code field}. */
  public static String outOf(String field) {
    return OUT + field;
  }

  /**
   * The normal form of {@code path}: equal for all known names of one object. Opaque paths are in
   * normal form.
   */
  public AccessPath normal(AccessPath path) {
    List<String> steps = normal(path.steps());
    return steps.equals(path.steps()) ? path : new AccessPath(path.root(), steps);
  }

  /** The normal form of the steps that follow any path. */
  public List<String> normal(List<String> steps) {
    List<String> result = new ArrayList<>(steps);
    while (cancelOnce(result) || rewriteOnce(result)) {
      // The one makes the path shorter; the reader of the table has checked that the other ends.
    }
    return List.copyOf(result);
  }

  /** Into a member and out of it again, or the other way round. */
  private static boolean cancelOnce(List<String> steps) {
    for (int i = 0; i + 1 < steps.size(); i++) {
      String first = steps.get(i);
      String second = steps.get(i + 1);
      if (second.equals(outOf(first)) || first.equals(outOf(second))) {
        steps.subList(i, i + 2).clear();
        return true;
      }
    }
    return false;
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
