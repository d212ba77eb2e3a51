package org.gfpaudit.analyzer.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;

/**
 * The names that one text defines as constants: object-like macros and enumerators, which the index
 * does not hold. A plain look at the text: what it does not understand it leaves out, never
 * guesses.
 */
final class ConstantDefinitions {
  private static final Pattern MACRO =
      Pattern.compile("(?m)#[ \\t]*define[ \\t]+(\\w+)[ \\t]+((?:[^\\n\\\\]|\\\\\\r?\\n|\\\\)+)$");
  private static final Pattern ENUM = Pattern.compile("\\benum\\b[\\s\\w]*\\{([^{}]*)\\}");
  private static final Pattern ENUMERATOR =
      Pattern.compile("\\s*(\\w+)\\s*(?:=(.*))?", Pattern.DOTALL);
  private final SourceText text;
  private final Map<String, List<Definition>> definitions = new HashMap<>();

  /**
   * A value as it is written.
   *
   * @param text that it stands in
   * @param expression what it starts from; empty for zero
   * @param more what is added to that: for an enumerator how far it stands behind the last one that
   *     has a value
   */
  record Definition(SourceText text, Optional<Span> expression, long more) {}

  private ConstantDefinitions(SourceText text) {
    this.text = text;
  }

  static ConstantDefinitions of(SourceText text) {
    ConstantDefinitions found = new ConstantDefinitions(text);
    // One byte is one character, so that offsets are those of the file.
    String code = new String(withoutComments(text.bytes()), StandardCharsets.ISO_8859_1);
    Matcher macro = MACRO.matcher(code);
    for (int at = code.indexOf('#'); at >= 0; at = code.indexOf('#', at + 1)) {
      if (startsLine(code, at) && macro.region(at, code.length()).lookingAt()) {
        found.add(
            macro.group(1),
            new Definition(text, Optional.of(new Span(macro.start(2), macro.end(2))), 0));
      }
    }
    Matcher block = ENUM.matcher(code);
    for (int at = code.indexOf("enum"); at >= 0; at = code.indexOf("enum", at + 1)) {
      if (block.region(at, code.length()).useTransparentBounds(true).lookingAt()) {
        found.addEnumerators(code, block.start(1), block.end(1));
      }
    }
    return found;
  }

  /** All definitions of a name, in the order of the text. */
  List<Definition> of(String name) {
    return definitions.getOrDefault(name, List.of());
  }

  private void add(String name, Definition definition) {
    definitions.computeIfAbsent(name, n -> new ArrayList<>()).add(definition);
  }

  /** Those of one list; behind an {@code #if} nothing is known of the numbers any more. */
  private void addEnumerators(String code, int from, int to) {
    Optional<Span> last = Optional.empty();
    long more = 0;
    int start = from;
    while (start < to) {
      int end = endOfEnumerator(code, start, to);
      Matcher enumerator = ENUMERATOR.matcher(code).region(start, end);
      if (!enumerator.matches()) {
        return;
      }
      if (enumerator.group(2) != null) {
        last = Optional.of(new Span(enumerator.start(2), enumerator.end(2)));
        more = 0;
      }
      add(enumerator.group(1), new Definition(text, last, more++));
      start = end + 1;
    }
  }

  private static int endOfEnumerator(String code, int start, int to) {
    int depth = 0;
    for (int at = start; at < to; at++) {
      char c = code.charAt(at);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && depth == 0) {
        return at;
      }
    }
    return to;
  }

  private static boolean startsLine(String code, int at) {
    int before = at - 1;
    while (before >= 0 && (code.charAt(before) == ' ' || code.charAt(before) == '\t')) {
      before--;
    }
    return before < 0 || code.charAt(before) == '\n';
  }

  /** The text with blanks for its comments, line by line as it was. */
  private static byte[] withoutComments(byte[] code) {
    byte[] result = code.clone();
    int at = 0;
    while (at < code.length) {
      byte c = code[at];
      if (c == '/' && isAt(code, at + 1, '*')) {
        at = blankTo(result, at, endOfComment(code, at + 2));
      } else if (c == '/' && isAt(code, at + 1, '/')) {
        at = blankTo(result, at, endOfLine(code, at + 2));
      } else if (c == '"') {
        at = endOfString(code, at);
      } else {
        at++;
      }
    }
    return result;
  }

  private static boolean isAt(byte[] code, int at, char expected) {
    return at < code.length && code[at] == expected;
  }

  private static int endOfComment(byte[] code, int from) {
    for (int at = from; at + 1 < code.length; at++) {
      if (code[at] == '*' && code[at + 1] == '/') {
        return at + 2;
      }
    }
    return code.length;
  }

  private static int endOfLine(byte[] code, int from) {
    int at = from;
    while (at < code.length && code[at] != '\n') {
      at++;
    }
    return at;
  }

  private static int blankTo(byte[] code, int from, int to) {
    for (int at = from; at < to; at++) {
      if (code[at] != '\n') {
        code[at] = ' ';
      }
    }
    return to;
  }

  /** Behind the quote that closes a string, or at the end of a line that leaves it open. */
  private static int endOfString(byte[] code, int open) {
    int at = open + 1;
    while (at < code.length && code[at] != '"' && code[at] != '\n') {
      at += code[at] == '\\' ? 2 : 1;
    }
    return Math.min(at + 1, code.length);
  }
}
