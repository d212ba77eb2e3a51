package org.gfpaudit.grammar.lex;

import java.nio.charset.StandardCharsets;
import org.gfpaudit.grammar.cond.PresenceCondition;

/** What the directives among the tokens of one text say. */
final class Directives {
  private final byte[] text;
  private final TokenBuffer tokens;

  Directives(byte[] text, TokenBuffer tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  /** The word behind the {@code #} of the directive that is token {@code index}. */
  String name(int index) {
    int i = nameStart(index);
    int end = i;
    while (end < tokens.end(index) && text[end] >= 'a' && text[end] <= 'z') {
      end++;
    }
    return new String(text, i, end - i, StandardCharsets.ISO_8859_1);
  }

  private int nameStart(int index) {
    int i = tokens.start(index) + 1;
    while (i < tokens.end(index) && (text[i] == ' ' || text[i] == '\t')) {
      i++;
    }
    return i;
  }

  /** What the directive of that name asks; true for an {@code #else}. */
  PresenceCondition condition(String name, int index) {
    int start = nameStart(index) + name.length();
    String rest =
        new String(text, start, tokens.end(index) - start, StandardCharsets.ISO_8859_1).strip();
    return switch (name) {
      case "ifdef", "elifdef" -> PresenceCondition.defined(firstWord(rest));
      case "ifndef", "elifndef" -> PresenceCondition.defined(firstWord(rest)).not();
      case "else" -> PresenceCondition.TRUE;
      default -> PresenceCondition.parse(rest);
    };
  }

  private static String firstWord(String text) {
    int end = 0;
    while (end < text.length()
        && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
      end++;
    }
    return text.substring(0, end);
  }
}
