package org.gfpaudit.grammar.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gfpaudit.grammar.cond.PresenceCondition;

/** Presence conditions by number; the texts of directives are parsed once. */
final class ConditionTable {
  /** The number of {@link PresenceCondition#TRUE}. */
  static final int TRUE = 0;

  private final List<PresenceCondition> conditions = new ArrayList<>();
  private final Map<PresenceCondition, Integer> numbers = new HashMap<>();
  private final Map<String, PresenceCondition> expressions = new HashMap<>();
  private final Map<String, PresenceCondition> macros = new HashMap<>();

  ConditionTable() {
    number(PresenceCondition.TRUE);
  }

  PresenceCondition get(int number) {
    return conditions.get(number);
  }

  int number(PresenceCondition condition) {
    Integer known = numbers.putIfAbsent(condition, conditions.size());
    if (known != null) {
      return known;
    }
    conditions.add(condition);
    return conditions.size() - 1;
  }

  PresenceCondition expression(String text) {
    return expressions.computeIfAbsent(text, PresenceCondition::parse);
  }

  PresenceCondition defined(String macro) {
    return macros.computeIfAbsent(macro, PresenceCondition::defined);
  }

  List<PresenceCondition> all() {
    return conditions;
  }
}
