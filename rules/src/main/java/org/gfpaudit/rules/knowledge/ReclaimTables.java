package org.gfpaudit.rules.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Where reclaim enters code, and what is waited for and tested there. */
public final class ReclaimTables {
  private final List<ReclaimRoot> roots;
  private final List<ReclaimWord> words;
  private final Map<String, ReclaimWord> byName = new HashMap<>();

  ReclaimTables(List<ReclaimRoot> roots, List<ReclaimWord> words) {
    this.roots = List.copyOf(roots);
    this.words = List.copyOf(words);
    words.forEach(word -> byName.put(word.name(), word));
  }

  ReclaimTables where(Predicate<Row> holds) {
    return new ReclaimTables(Row.holding(roots, holds), Row.holding(words, holds));
  }

  /** The roots of a kind, in the order of the table. */
  public List<ReclaimRoot> roots(ReclaimRoot.Kind kind) {
    return roots.stream().filter(root -> root.kind() == kind).toList();
  }

  /** What a name says. */
  public Optional<ReclaimWord> word(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Whether a name says that. */
  public boolean is(ReclaimWord.Kind kind, String name) {
    return word(name).filter(word -> word.kind() == kind).isPresent();
  }

  /** The names of a kind, in the order of the table. */
  public List<ReclaimWord> words(ReclaimWord.Kind kind) {
    return words.stream().filter(word -> word.kind() == kind).toList();
  }
}
