package org.gfpaudit.grammar.cond;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A conjunction or disjunction of conditions that are too wide together for one truth table.
 *
 * @param conjunction whether the parts are and-ed, else or-ed
 * @param parts at least two, sorted by their text, none of them a junction of the same kind
 */
record Junction(boolean conjunction, List<PresenceCondition> parts)
    implements PresenceCondition.Form {
  /** More leaves than this, and the whole formula becomes one opaque atom. */
  static final int MAX_SIZE = 128;

  /**
   * Joins two conditions. Parts that are absorbed or contradicted by others are dropped, so that
   * the result may be narrow again.
   */
  static PresenceCondition join(boolean conjunction, PresenceCondition a, PresenceCondition b) {
    TreeMap<String, PresenceCondition> byText = new TreeMap<>();
    for (PresenceCondition side : List.of(a, b)) {
      for (PresenceCondition part : side.partsOf(conjunction)) {
        byText.put(part.toString(), part);
      }
    }
    List<PresenceCondition> kept = new ArrayList<>();
    for (PresenceCondition part : byText.values()) {
      if (!isAbsorbed(conjunction, part, byText)) {
        kept.add(part);
      }
    }
    if (kept.size() == 1) {
      return kept.get(0);
    }
    Junction junction = new Junction(conjunction, List.copyOf(kept));
    if (junction.contradictsItself()) {
      return conjunction ? PresenceCondition.FALSE : PresenceCondition.TRUE;
    }
    return junction.size() <= MAX_SIZE
        ? PresenceCondition.wide(junction)
        : PresenceCondition.opaque(junction.shortText());
  }

  @Override
  public boolean isTrue() {
    return false;
  }

  @Override
  public boolean isFalse() {
    return false;
  }

  @Override
  public PresenceCondition negation() {
    List<PresenceCondition> negated = new ArrayList<>();
    for (PresenceCondition part : parts) {
      negated.add(part.not());
    }
    negated.sort((x, y) -> x.toString().compareTo(y.toString()));
    return PresenceCondition.wide(new Junction(!conjunction, List.copyOf(negated)));
  }

  @Override
  public PresenceCondition given(Function<String, Optional<Boolean>> values) {
    PresenceCondition result = conjunction ? PresenceCondition.TRUE : PresenceCondition.FALSE;
    for (PresenceCondition part : parts) {
      PresenceCondition left = part.given(values);
      result = conjunction ? result.and(left) : result.or(left);
    }
    return result;
  }

  @Override
  public void collectAtoms(SortedSet<String> atoms) {
    parts.forEach(part -> part.collectAtoms(atoms));
  }

  @Override
  public long atomSet() {
    long set = 0;
    for (PresenceCondition part : parts) {
      set |= part.atomSet();
    }
    return set;
  }

  @Override
  public int size() {
    int size = 0;
    for (PresenceCondition part : parts) {
      size += part.size();
    }
    return size;
  }

  private static boolean isAbsorbed(
      boolean conjunction, PresenceCondition part, TreeMap<String, PresenceCondition> all) {
    for (PresenceCondition other : all.values()) {
      boolean stronger = conjunction ? other.implies(part) : part.implies(other);
      boolean weaker = conjunction ? part.implies(other) : other.implies(part);
      if (stronger && !weaker) {
        return true;
      }
    }
    return false;
  }

  private boolean contradictsItself() {
    for (PresenceCondition part : parts) {
      PresenceCondition negation = part.not();
      for (PresenceCondition other : parts) {
        if (conjunction ? other.implies(negation) : negation.implies(other)) {
          return true;
        }
      }
    }
    return false;
  }

  private String shortText() {
    String text = print();
    int limit = 160;
    if (text.length() <= limit) {
      return text;
    }
    return text.substring(0, limit) + "... (" + Integer.toHexString(text.hashCode()) + ")";
  }

  @Override
  public String print() {
    StringBuilder text = new StringBuilder();
    for (PresenceCondition part : parts) {
      if (text.length() > 0) {
        text.append(conjunction ? " && " : " || ");
      }
      ConditionPrinter.appendOperand(text, part.toString());
    }
    return text.toString();
  }
}
