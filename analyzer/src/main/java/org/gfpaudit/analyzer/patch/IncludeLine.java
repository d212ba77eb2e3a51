package org.gfpaudit.analyzer.patch;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.rules.fix.Edit;

/** The line that includes a header. */
final class IncludeLine {
  private static final Pattern DIRECTIVE = Pattern.compile("#\\s*(\\w+)\\s*(.*)");

  private IncludeLine() {}

  /**
   * The edit that adds it behind the last {@code #include <...>} that stands under no condition but
   * a header's guard, or where there is none before the first {@code #include "..."}; empty where
   * the header is included already, or the file includes nothing.
   */
  static Optional<Edit> missing(SourceText text, String header) {
    int depth = 0;
    int behind = -1;
    int before = -1;
    boolean isFirst = true;
    for (int line = 1; line <= text.lineCount(); line++) {
      Matcher directive = DIRECTIVE.matcher(text.text(text.lineSpan(line)).strip());
      if (!directive.matches()) {
        continue;
      }
      String word = directive.group(1);
      String rest = directive.group(2);
      if (word.equals("include") && rest.startsWith("<" + header + ">")) {
        return Optional.empty();
      }
      boolean isGuard = isFirst && text.path().endsWith(".h") && word.equals("ifndef");
      isFirst = false;
      if (word.startsWith("if")) {
        depth += isGuard ? 0 : 1;
      } else if (word.equals("endif")) {
        depth--;
      } else if (depth == 0 && word.equals("include") && rest.startsWith("<")) {
        behind = line < text.lineCount() ? text.lineSpan(line + 1).start() : -1;
      } else if (depth == 0 && word.equals("include") && before < 0) {
        before = text.lineSpan(line).start();
      }
    }
    int offset = behind < 0 ? before : behind;
    return offset < 0
        ? Optional.empty()
        : Optional.of(
            Edit.insert(
                text.path(),
                offset,
                "#include <" + header + ">" + CallLayout.lineEnd(text, Math.max(0, offset - 1))));
  }
}
