package org.gfpaudit.rules.knowledge;

/**
 * How to write that a mask is constrained by a mapping, or is a mapping's for read-ahead.
 *
 * @param helper the function of the kernel it calls
 * @param template the expression, with {@code MAPPING} in it, and {@code MASK} where it keeps the
 *     mask that it constrains
 * @param isOperand whether MASK is an operand of {@code &}, so that it may need parentheses
 */
public record MaskTemplate(
    String helper, String template, boolean isOperand, VersionRange versions, String origin)
    implements Row {

  /** Whether the mask that was there is a part of it; else it is for read-ahead. */
  public boolean keepsMask() {
    return template.contains("MASK");
  }

  /** The whole expression, for a template that does not keep the mask. */
  public String whole(String mapping) {
    return template.replace("MAPPING", mapping);
  }

  /** The text before the mask. */
  public String before(String mapping) {
    return template.substring(0, template.indexOf("MASK")).replace("MAPPING", mapping);
  }

  /** The text after the mask. */
  public String after(String mapping) {
    return template.substring(template.indexOf("MASK") + 4).replace("MAPPING", mapping);
  }
}
