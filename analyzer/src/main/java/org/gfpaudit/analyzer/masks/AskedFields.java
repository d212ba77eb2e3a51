package org.gfpaudit.analyzer.masks;

import java.util.AbstractSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of fields, and which of them somebody asked about. For one thread. */
final class AskedFields extends AbstractSet<String> {
  private final Set<String> fields;
  private final Map<String, Boolean> asked = new HashMap<>();
  private Optional<Boolean> areNone = Optional.empty();
  private Optional<Set<String>> all = Optional.empty();

  AskedFields(Set<String> fields) {
    this.fields = fields;
  }

  /**
   * What was asked.
   *
   * @param asked whether a name is one of them
   * @param areNone whether there are none, where somebody asked
   * @param all of them, where somebody asked
   */
  record Answers(Map<String, Boolean> asked, Optional<Boolean> areNone, Optional<Set<String>> all) {
    /** Whether others would be answered the same. */
    boolean hold(Set<String> fields) {
      return asked.entrySet().stream()
              .allMatch(each -> fields.contains(each.getKey()) == each.getValue())
          && areNone.filter(none -> none != fields.isEmpty()).isEmpty()
          && all.filter(known -> !known.equals(fields)).isEmpty();
    }
  }

  Answers answers() {
    return new Answers(Map.copyOf(asked), areNone, all);
  }

  @Override
  public boolean contains(@Nullable Object field) {
    boolean isOne = fields.contains(field);
    asked.put((String) field, isOne);
    return isOne;
  }

  @Override
  public boolean isEmpty() {
    areNone = Optional.of(fields.isEmpty());
    return fields.isEmpty();
  }

  @Override
  public Iterator<String> iterator() {
    all = Optional.of(Set.copyOf(fields));
    return all.get().iterator();
  }

  @Override
  public int size() {
    all = Optional.of(Set.copyOf(fields));
    return all.get().size();
  }
}
