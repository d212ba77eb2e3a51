package org.gfpaudit.rules.mask;

import java.util.ArrayList;
import java.util.List;
import org.gfpaudit.rules.finding.Place;

/**
 * How code reaches an object: a root and the fields followed from it. {@code ->} and {@code .} are
 * not told apart, and {@code &x->f} is the path of {@code x->f}.
 *
 * <p>Two equal paths at one point of one function mean the same object. Two different paths may
 * still mean the same object, unless {@link #isProvenDifferentFrom} says otherwise. A path has at
 * most {@value #MAX_STEPS} steps; following one more field gives an opaque path.
 *
 * @param steps field names, outermost last
 */
public record AccessPath(Root root, List<String> steps) implements Comparable<AccessPath> {
  /** The most field steps a path may have. */
  public static final int MAX_STEPS = 6;

  public AccessPath {
    steps = List.copyOf(steps);
    if (steps.size() > MAX_STEPS) {
      throw new IllegalArgumentException("an access path has at most " + MAX_STEPS + " steps");
    }
  }

  /** The step from a mapping to a page of it, which is no field. */
  public static final String PAGE = "[page]";

  /** Where a path starts. */
  public sealed interface Root extends Comparable<Root> {
    /** The root as the source writes it, as far as that is known. */
    String text();

    @Override
    default int compareTo(Root other) {
      return RootOrder.compare(this, other);
    }
  }

  /**
   * A parameter of the function at hand, as it was on entry.
   *
   * @param index 0-based
   */
  public record Param(int index) implements Root {
    @Override
    public String text() {
      return "arg" + index;
    }
  }

  /**
   * A local variable that holds something the domain cannot name better.
   *
   * @param declarationOffset byte offset of its declaration, tells shadowed names apart
   */
  public record Local(String name, int declarationOffset) implements Root {
    @Override
    public String text() {
      return name;
    }
  }

  /** A variable at file scope. */
  public record Global(String name) implements Root {
    @Override
    public String text() {
      return name;
    }
  }

  /**
   * Any other expression.
   *
   * @param text as written
   * @param place where; the same text elsewhere is another object
   */
  public record Opaque(String text, Place place) implements Root {}

  /**
   * An object made by a call: nobody else has it yet.
   *
   * @param text the call as written
   * @param place where
   * @param isPrivate whether the function that made it hands it to nobody
   */
  public record Fresh(String text, Place place, boolean isPrivate) implements Root {}

  private static final class RootOrder {
    private RootOrder() {}

    static int compare(Root left, Root right) {
      int byKind = Integer.compare(kind(left), kind(right));
      if (byKind != 0) {
        return byKind;
      }
      if (left instanceof Param a && right instanceof Param b) {
        return Integer.compare(a.index, b.index);
      }
      if (left instanceof Local a && right instanceof Local b) {
        int byName = a.name.compareTo(b.name);
        return byName != 0 ? byName : Integer.compare(a.declarationOffset, b.declarationOffset);
      }
      if (left instanceof Opaque a && right instanceof Opaque b) {
        int byText = a.text.compareTo(b.text);
        return byText != 0 ? byText : a.place.compareTo(b.place);
      }
      if (left instanceof Fresh a && right instanceof Fresh b) {
        int byText = a.text.compareTo(b.text);
        int byPlace = byText != 0 ? byText : a.place.compareTo(b.place);
        return byPlace != 0 ? byPlace : Boolean.compare(a.isPrivate, b.isPrivate);
      }
      return left.text().compareTo(right.text());
    }

    private static int kind(Root root) {
      if (root instanceof Param) {
        return 0;
      }
      if (root instanceof Local) {
        return 1;
      }
      if (root instanceof Global) {
        return 2;
      }
      return root instanceof Fresh ? 3 : 4;
    }
  }

  public static AccessPath param(int index) {
    return new AccessPath(new Param(index), List.of());
  }

  public static AccessPath local(String name, int declarationOffset) {
    return new AccessPath(new Local(name, declarationOffset), List.of());
  }

  public static AccessPath global(String name) {
    return new AccessPath(new Global(name), List.of());
  }

  public static AccessPath opaque(String text, Place place) {
    return new AccessPath(new Opaque(text, place), List.of());
  }

  /** An object made by a call, which its function may hand to others. */
  public static AccessPath fresh(String text, Place place) {
    return fresh(text, place, /* isPrivate= */ false);
  }

  /** An object made by a call, which its function hands to nobody if it {@code isPrivate}. */
  public static AccessPath fresh(String text, Place place, boolean isPrivate) {
    return new AccessPath(new Fresh(text, place, isPrivate), List.of());
  }

  /**
   * The path one field further.
   *
   * @param place where the path becomes opaque should it grow too long
   */
  public AccessPath then(String field, Place place) {
    if (steps.size() == MAX_STEPS) {
      return opaque(this + "->" + field, place);
    }
    List<String> longer = new ArrayList<>(steps);
    longer.add(field);
    return new AccessPath(root, longer);
  }

  /**
   * This path with {@code base} in the place of its root: a callee's path as the caller sees it.
   *
   * @param place where the path becomes opaque should it grow too long
   */
  public AccessPath rebase(AccessPath base, Place place) {
    AccessPath path = base;
    for (String step : steps) {
      path = path.then(step, place);
    }
    return path;
  }

  /** Whether the path starts at something that has no name. */
  public boolean isOpaque() {
    return root instanceof Opaque;
  }

  /**
   * Whether both paths mean different objects: the same steps from two different parameters, or
   * from a parameter and an object made later; a part of an object that nobody else has, and
   * anything else. Whether the two parameters are handed one object is for the callers to say.
   * Everything else may be the same object under two names.
   */
  public boolean isProvenDifferentFrom(AccessPath other) {
    if (root instanceof Param mine && other.root instanceof Param theirs) {
      return steps.equals(other.steps) && mine.index != theirs.index;
    }
    return isMadeAfter(other)
        || other.isMadeAfter(this)
        || isPrivateBeside(other)
        || other.isPrivateBeside(this);
  }

  /** Whether this is in a new object that nobody has, and the other is not of that object. */
  private boolean isPrivateBeside(AccessPath other) {
    return root instanceof Fresh made
        && made.isPrivate
        && steps.size() == 1
        && !root.equals(other.root);
  }

  /** Whether this is a new object, or in one, and the other was there when the function began. */
  private boolean isMadeAfter(AccessPath other) {
    return root instanceof Fresh
        && other.root instanceof Param
        && (steps.equals(other.steps) || (steps.size() == 1 && other.steps.isEmpty()));
  }

  @Override
  public int compareTo(AccessPath other) {
    if (this == other) {
      return 0;
    }
    int byRoot = root.compareTo(other.root);
    return byRoot != 0 ? byRoot : compareSteps(steps, other.steps);
  }

  /** C syntax: {@code inode->i_mapping}; a parameter without a name is {@code arg0}. */
  @Override
  public String toString() {
    return text(List.of());
  }

  /**
   * C syntax, with the names of the function's parameters where they are known.
   *
   * @param parameterNames in order; may be shorter than the function's parameter list
   */
  public String text(List<String> parameterNames) {
    String start =
        root instanceof Param param && param.index < parameterNames.size()
            ? parameterNames.get(param.index)
            : root.text();
    return steps.isEmpty() ? start : start + "->" + String.join("->", steps);
  }

  private static int compareSteps(List<String> left, List<String> right) {
    for (int i = 0; i < left.size() && i < right.size(); i++) {
      int byStep = left.get(i).compareTo(right.get(i));
      if (byStep != 0) {
        return byStep;
      }
    }
    return Integer.compare(left.size(), right.size());
  }
}
