package org.gfpaudit.analyzer.versions;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A macro as one file defines it.
 *
 * @param isClear whether all its definitions were understood and nothing undefines it
 */
record Macro(List<Definition> definitions, boolean isClear) {
  private static final Pattern WORD = Pattern.compile("\\w+");
  private static final Pattern NUMBER = Pattern.compile("\\(?\\d{0,9}\\)?");

  /**
   * A definition.
   *
   * @param parameters empty where it takes no parentheses
   * @param condition the {@code #if} expression under which it stands; empty where always
   */
  record Definition(Optional<List<String>> parameters, String body, String condition) {
    private boolean isSwitch() {
      return parameters.isEmpty() && NUMBER.matcher(body).matches();
    }

    private String value(List<String> arguments) {
      StringBuilder value = new StringBuilder();
      Matcher word = WORD.matcher(body);
      int at = 0;
      while (word.find()) {
        int index = parameters.map(names -> names.indexOf(word.group())).orElse(-1);
        value.append(body, at, word.start());
        value.append(index >= 0 && index < arguments.size() ? arguments.get(index) : word.group());
        at = word.end();
      }
      return value.append(body.substring(at)).toString();
    }
  }

  boolean takesArguments() {
    return definitions.get(0).parameters().isPresent();
  }

  /** What it stands for in an {@code #if}, or empty where that cannot be told. */
  Optional<String> value(List<String> arguments) {
    if (definitions.size() == 1 && definitions.get(0).condition().isEmpty()) {
      return Optional.of(definitions.get(0).value(arguments)).filter(value -> !value.isEmpty());
    }
    if (hasUnconditional()
        || definitions.stream().anyMatch(each -> each.body().isEmpty())
        || definitions.stream()
            .anyMatch(each -> each.parameters().isPresent() != takesArguments())) {
      return Optional.empty();
    }
    return Optional.of(
        definitions.stream()
            .map(each -> "(" + each.condition() + ") && (" + each.value(arguments) + ")")
            .collect(Collectors.joining(" || ")));
  }

  /**
   * What {@code defined} says of it, or empty where that cannot be told. Of a switch the
   * definitions are all there is; another macro stands in for a name that the kernel defines
   * otherwise.
   *
   * @param test the question itself
   */
  Optional<String> definedTest(String test) {
    if (hasUnconditional()) {
      return Optional.empty();
    }
    String any =
        definitions.stream()
            .map(each -> "(" + each.condition() + ")")
            .collect(Collectors.joining(" || "));
    boolean isSwitch = definitions.stream().allMatch(Definition::isSwitch);
    return Optional.of(isSwitch ? any : any + " || " + test);
  }

  private boolean hasUnconditional() {
    return definitions.stream().anyMatch(each -> each.condition().isEmpty());
  }
}
