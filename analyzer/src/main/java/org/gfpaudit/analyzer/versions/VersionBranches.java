package org.gfpaudit.analyzer.versions;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.grammar.cond.PresenceCondition;

/** The {@code #if} and {@code #elif} lines of one file that ask for the kernel's version. */
final class VersionBranches {
  private static final Pattern DIRECTIVE =
      Pattern.compile(
          "(?<comment>/\\*(?s:.*?)(?:\\*/|\\z)|//[^\\n]*|\"(?:[^\"\\\\\\n]|\\\\.)*+\"|'(?:[^'\\\\\\n]|\\\\.)*+')"
              + "|(?<if>^[ \\t]*#[ \\t]*(?:el)?if\\b(?<expression>(?:[^\\n\\\\]|\\\\(?s:.))*))",
          Pattern.MULTILINE);
  private static final Pattern ATOM = Pattern.compile("(?s)(.+?)\\s*(>=|==|>)\\s*(.+)");
  private static final String CODE = "LINUX_VERSION_CODE";

  private final VersionMacros macros;

  VersionBranches(VersionMacros macros) {
    this.macros = macros;
  }

  /**
   * The text with every condition that the version decides written as 1 or 0, padded to its length,
   * so that all offsets stay.
   */
  byte[] at(VersionCode version, byte[] content) {
    String text = new String(content, StandardCharsets.ISO_8859_1);
    if (!text.contains("if")) {
      return content;
    }
    StringBuilder resolved = null;
    Matcher directive = DIRECTIVE.matcher(text);
    while (directive.find()) {
      if (directive.group("if") == null) {
        continue;
      }
      PresenceCondition condition =
          condition(directive.group("expression")).given(atom -> answer(atom, version));
      if (condition.isTrue() || condition.isFalse()) {
        if (resolved == null) {
          resolved = new StringBuilder(text);
        }
        int start = directive.start("expression");
        int end = directive.end("expression");
        resolved.replace(
            start, end, padded(directive.group("expression"), condition.isTrue() ? '1' : '0'));
      }
    }
    return resolved == null ? content : resolved.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The releases at which one of the conditions of a text changes its answer. */
  SortedSet<VersionCode> boundaries(byte[] content) {
    SortedSet<VersionCode> boundaries = new TreeSet<>();
    String text = new String(content, StandardCharsets.ISO_8859_1);
    Matcher directive = DIRECTIVE.matcher(text);
    while (directive.find()) {
      if (directive.group("if") == null) {
        continue;
      }
      for (String atom : condition(directive.group("expression")).atoms()) {
        Matcher comparison = ATOM.matcher(atom);
        if (comparison.matches() && isCode(comparison.group(1))) {
          VersionCode.ofOperand(comparison.group(3))
              .ifPresent(
                  code -> {
                    if (!comparison.group(2).equals(">")) {
                      boundaries.add(code);
                    }
                    if (!comparison.group(2).equals(">=")) {
                      boundaries.add(new VersionCode(code.code() + 1));
                    }
                  });
        }
      }
    }
    return boundaries;
  }

  private PresenceCondition condition(String expression) {
    String plain =
        expression
            .replaceAll("\\\\\\r?\\n", " ")
            .replaceAll("(?s)/\\*.*?\\*/", " ")
            .replaceAll("//.*", "");
    return PresenceCondition.parse(macros.expanded(plain));
  }

  private static Optional<Boolean> answer(String atom, VersionCode version) {
    if (atom.equals("defined(" + CODE + ")") || atom.equals("defined(KERNEL_VERSION)")) {
      return Optional.of(true);
    }
    Matcher comparison = ATOM.matcher(atom);
    if (!comparison.matches() || !isCode(comparison.group(1))) {
      return Optional.empty();
    }
    return VersionCode.ofOperand(comparison.group(3))
        .map(
            other ->
                switch (comparison.group(2)) {
                  case ">=" -> version.compareTo(other) >= 0;
                  case ">" -> version.compareTo(other) > 0;
                  default -> version.equals(other);
                });
  }

  private static boolean isCode(String operand) {
    return operand.strip().equals(CODE);
  }

  private static String padded(String expression, char answer) {
    StringBuilder padded = new StringBuilder();
    for (int i = 0; i < expression.length(); i++) {
      char c = expression.charAt(i);
      boolean isLineEnd =
          c == '\n'
              || c == '\r'
              || c == '\\'
                  && i + 1 < expression.length()
                  && (expression.charAt(i + 1) == '\n' || expression.charAt(i + 1) == '\r');
      padded.append(isLineEnd ? c : i == 1 ? answer : ' ');
    }
    return padded.toString();
  }
}
