package org.gfpaudit.analyzer.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The words an option accepts, with what each stands for. */
final class Choice<T> {
  private final String option;
  private final Map<String, T> values;

  /** Words are listed in messages in the order of {@code values}. */
  Choice(String option, Map<String, T> values) {
    this.option = option;
    this.values = new LinkedHashMap<>(values);
  }

  /** What {@code word} stands for. */
  T of(String word) throws UsageException {
    T value = values.get(word);
    if (value == null) {
      List<String> words = List.copyOf(values.keySet());
      throw new UsageException(
          "'"
              + word
              + "' is no value of "
              + option
              + Suggestion.question(word, words)
              + " It takes one of: "
              + String.join(", ", words));
    }
    return value;
  }
}
