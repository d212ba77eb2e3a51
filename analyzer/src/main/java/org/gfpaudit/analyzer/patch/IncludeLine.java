package org.gfpaudit.analyzer.patch;

import java.util.Optional;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.rules.fix.Edit;

/** The line that includes a header. */
final class IncludeLine {
  private IncludeLine() {}

  /**
   * The edit that adds it behind the last {@code #include <...>} that stands under no condition;
   * empty where the header is included already, or no such line is there.
   */
  static Optional<Edit> missing(SourceText text, String header) {
    int depth = 0;
    int offset = -1;
    for (int line = 1; line <= text.lineCount(); line++) {
      String words = text.text(text.lineSpan(line)).strip();
      if (words.startsWith("#include <" + header + ">")) {
        return Optional.empty();
      }
      if (words.startsWith("#if")) {
        depth++;
      } else if (words.startsWith("#endif")) {
        depth--;
      } else if (depth == 0 && words.startsWith("#include <")) {
        offset = line < text.lineCount() ? text.lineSpan(line + 1).start() : -1;
      }
    }
    return offset < 0
        ? Optional.empty()
        : Optional.of(
            Edit.insert(
                text.path(),
                offset,
                "#include <" + header + ">" + CallLayout.lineEnd(text, offset - 1)));
  }
}
