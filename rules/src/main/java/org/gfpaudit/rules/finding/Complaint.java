package org.gfpaudit.rules.finding;

/**
 * What a rule says of the code, and how much it matters.
 *
 * @param rule the rule's id
 * @param message one sentence without a period, naming the mask, the sink and the function
 * @param reason why the level is what it is (an exemption, the mappings that can reach the code),
 *     or empty where it is the rule's own
 */
public record Complaint(String rule, Level level, String message, String reason) {

  /** A complaint with the level that is the rule's own. */
  public Complaint(String rule, Level level, String message) {
    this(rule, level, message, "");
  }

  /** This complaint with another level, and why. */
  public Complaint withLevel(Level other, String why) {
    return new Complaint(rule, other, message, why);
  }
}
