package org.gfpaudit.analyzer.masks;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gfpaudit.rules.knowledge.Idiom;
import org.gfpaudit.rules.knowledge.Knowledge;

/**
 * How the text of a file looks that sets one of its variables behind the initialiser, or lets
 * others do so: an assignment, at the beginning of a line or of a statement; the address, cast or
 * not; a macro that sets what it is handed; a macro at file scope, as {@code module_param()} is;
 * another name for it. What a local variable of that name is set to looks the same.
 */
final class WritePattern {
  /** No line of code is indented further, blank lines before it counted. */
  private static final int MOST_INDENTATION = 200;

  /** What is in front of a whole statement or expression on its line. */
  private static final String FRONT =
      "(?:^\\s{1," + MOST_INDENTATION + "}|[{};():?]\\s{0,8}|\\b(?:else|do)\\s{1,8})";

  /** Arguments in front of one. */
  private static final String ARGUMENTS = "(?:[^()\\n]{0,120}[\\s,])?";

  private final String setters;
  private final String assigners;

  WritePattern(Knowledge knowledge) {
    this.setters = anyOf(knowledge.idioms(Idiom.Kind.SET));
    this.assigners = anyOf(knowledge.idioms(Idiom.Kind.ASSIGN));
  }

  private static String anyOf(List<String> names) {
    return names.stream().map(Pattern::quote).collect(Collectors.joining("|"));
  }

  /**
   * The pattern for a name. Each way to write it begins with the name, and looks before it
   * afterwards: that is found far faster.
   */
  Pattern of(String name) {
    String literal = Pattern.quote(name);
    String element = "(\\[[^\\]]*\\])?";
    return Pattern.compile(
        "(?m)"
            + Stream.of(
                    before(literal, FRONT) + element + "\\s*(<<|>>|[-+*/%|&^])?=[^=]",
                    literal + element + "\\s*(\\+\\+|--)",
                    before(literal, "(?:\\+\\+|--)"),
                    before(literal, "(?<![\\w&])&"),
                    before(literal, "cpu\\w{0,16}\\(\\s{0,4}") + "\\s*,",
                    before(literal, "\\b(?:" + setters + ")\\(\\s{0,4}") + "\\s*,",
                    before(literal, "\\b(?:" + assigners + ")\\(" + ARGUMENTS) + "\\s*[,)]",
                    before(literal, "^(?!EXPORT_)\\w{1,60}\\(" + ARGUMENTS) + "\\s*[,)]",
                    before(literal, "define\\s{1,40}\\w{1,60}\\s{1,40}\\(?") + "\\)?\\s*$")
                .collect(Collectors.joining("|")));
  }

  private static String before(String literal, String front) {
    return literal + "\\b(?<=" + front + literal + ")";
  }
}
