package org.gfpaudit.testdata.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;

/**
 * A function with one site, that stands somewhere between the definitions of a damaged text and is
 * whole itself.
 *
 * @param text the damaged text with the function in it
 * @param line of the site, 1-based
 * @param isCode whether the site is code to a compiler, and no comment, string or part of a macro
 */
record Sentinel(byte[] text, int line, boolean isCode) {
  private static final String NAME = "find_or_create_page";

  private static final String FUNCTION =
      """

      struct page *sentinel(struct address_space *mapping)
      {
      \treturn find_or_create_page(mapping, 0, GFP_KERNEL);
      }

      """;

  /** The same in the style of other projects. */
  private static final String OTHER_STYLE = FUNCTION.replace(")\n{", ") {");

  private static final String MARK = "\n/*@*/\n";

  /** A text with a place for the sentinel, between two of its definitions or at one of its ends. */
  static byte[] withPlace(byte[] text, Random random) {
    String all = new String(text, StandardCharsets.ISO_8859_1);
    int at = all.length();
    if (random.nextBoolean()) {
      int from = random.nextInt(all.length() + 1);
      int end = all.indexOf("\n}\n", from);
      at = end < 0 ? all.length() : end + 3;
    }
    return (all.substring(0, at) + MARK + all.substring(at)).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The sentinel in its place in a damaged text; none where the damage hit the place. */
  static Optional<Sentinel> in(byte[] damaged, boolean isKernelStyle) {
    String all = new String(damaged, StandardCharsets.ISO_8859_1);
    int at = all.indexOf(MARK);
    if (at < 0 || all.indexOf(MARK, at + 1) >= 0 || all.substring(0, at).endsWith("\\")) {
      return Optional.empty();
    }
    String text =
        all.substring(0, at)
            + (isKernelStyle ? FUNCTION : OTHER_STYLE)
            + all.substring(at + MARK.length());
    int site = text.indexOf(NAME, at);
    int line = (int) text.substring(0, site).chars().filter(c -> c == '\n').count() + 1;
    return Optional.of(
        new Sentinel(
            text.getBytes(StandardCharsets.ISO_8859_1), line, PlainCode.isCode(text, site)));
  }
}
