package org.gfpaudit.rules.api;

import java.util.List;
import java.util.regex.Pattern;

/** Checks of a whole list of rules, made before the first file is read. */
public final class Rules {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");
  private static final int MAX_TITLE = 60;

  private Rules() {}

  /**
   * Checks that the descriptors are complete and that ids are unique and sorted.
   *
   * @throws IllegalArgumentException with the rule's id and what is wrong with it
   */
  public static void validate(List<Rule> rules) {
    String previous = "";
    for (Rule rule : rules) {
      require(ID.matcher(rule.id()).matches(), rule, "the id must match " + ID);
      require(previous.compareTo(rule.id()) < 0, rule, "ids must be unique and sorted");
      require(
          !rule.title().isBlank() && rule.title().length() <= MAX_TITLE,
          rule,
          "the title must have 1 to " + MAX_TITLE + " characters");
      require(!rule.title().endsWith("."), rule, "the title must not end in a period");
      require(rule.help().strip().endsWith("."), rule, "the help text must be whole sentences");
      require(!rule.examples().isEmpty(), rule, "there must be an example");
      previous = rule.id();
    }
  }

  private static void require(boolean isRight, Rule rule, String what) {
    if (!isRight) {
      throw new IllegalArgumentException("rule " + rule.id() + ": " + what);
    }
  }
}
