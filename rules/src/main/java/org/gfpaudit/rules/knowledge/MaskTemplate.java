package org.gfpaudit.rules.knowledge;

/**
 * How to write that a mask is constrained by a mapping.
 *
 * @param helper the function of the kernel it calls
 * @param template the expression, with {@code MAPPING} and {@code MASK} in it
 * @param isOperand whether MASK is an operand of {@code &}, so that it may need parentheses
 */
public record MaskTemplate(
    String helper, String template, boolean isOperand, VersionRange versions, String origin)
    implements Row {

  /** The text before the mask. */
  public String before(String mapping) {
    return template.substring(0, template.indexOf("MASK")).replace("MAPPING", mapping);
  }

  /** The text after the mask. */
  public String after(String mapping) {
    return template.substring(template.indexOf("MASK") + 4).replace("MAPPING", mapping);
  }
}
