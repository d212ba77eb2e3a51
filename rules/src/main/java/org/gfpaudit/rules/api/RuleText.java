package org.gfpaudit.rules.api;

import java.util.List;

/**
 * What a rule says of itself, to those who read its findings.
 *
 * @param title at most 60 characters, no period
 * @param help what is wrong, why it hurts and what to do, in whole sentences
 * @param examples names of sample files under {@code testdata/rules/ID}, at least one
 */
public record RuleText(String title, String help, List<String> examples) {
  public RuleText {
    examples = List.copyOf(examples);
  }
}
