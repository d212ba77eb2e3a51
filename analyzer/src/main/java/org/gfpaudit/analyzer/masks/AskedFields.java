package org.gfpaudit.analyzer.masks;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.rules.mask.Symbol;

/** Fields that matter, and what somebody asked about them. For one thread. */
final class AskedFields implements FieldsThatMatter {
  private final FieldsThatMatter fields;
  private final Map<String, Boolean> names = new HashMap<>();
  private final Map<Symbol.Field, Boolean> asked = new HashMap<>();
  private Optional<Boolean> areNone = Optional.empty();

  AskedFields(FieldsThatMatter fields) {
    this.fields = fields;
  }

  /**
   * What was asked, and what was answered.
   *
   * @param areNone where somebody asked
   */
  record Answers(
      Optional<Boolean> areNone, Map<String, Boolean> names, Map<Symbol.Field, Boolean> fields) {
    /** Whether others would be answered the same. */
    boolean hold(FieldsThatMatter now) {
      return areNone.filter(none -> none != now.areNone()).isEmpty()
          && names.entrySet().stream().allMatch(each -> now.mayBe(each.getKey()) == each.getValue())
          && fields.entrySet().stream()
              .allMatch(each -> now.mayBe(each.getKey()) == each.getValue());
    }
  }

  Answers answers() {
    return new Answers(areNone, Map.copyOf(names), Map.copyOf(asked));
  }

  @Override
  public boolean areNone() {
    areNone = Optional.of(fields.areNone());
    return areNone.get();
  }

  @Override
  public boolean mayBe(String name) {
    boolean isOne = fields.mayBe(name);
    names.put(name, isOne);
    return isOne;
  }

  @Override
  public boolean mayBe(Symbol.Field field) {
    boolean isOne = fields.mayBe(field);
    asked.put(field, isOne);
    return isOne;
  }
}
