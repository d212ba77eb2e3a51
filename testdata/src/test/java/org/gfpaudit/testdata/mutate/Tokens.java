package org.gfpaudit.testdata.mutate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.testdata.mutate.Token.Kind;

/** The tokens of a text in C, without comments. */
final class Tokens {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<blank>[\\s\\x01]+|//[^\\n]*|(?s:/\\*.*?\\*/))"
              + "|(?<word>[A-Za-z_]\\w*)"
              + "|(?<literal>\\.?\\d(?:[eEpP][+-]|[\\w.])*|\"(?:\\\\.|[^\"\\\\])*\""
              + "|'(?:\\\\.|[^'\\\\])*')"
              + "|(?<punctuator><<=|>>=|\\.\\.\\.|->|\\+\\+|--|<<|>>|<=|>=|==|!=|&&|\\|\\|"
              + "|[-+*/%&|^]=|##|.)",
          Pattern.DOTALL);
  private static final Pattern DIRECTIVE = Pattern.compile("#(?:\\\\\\r?\\n|[^\\n])*");

  private Tokens() {}

  /** All of a text. */
  static List<Token> of(String text) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    boolean isLineStart = true;
    int at = 0;
    while (at < text.length() && matcher.find(at)) {
      if (matcher.group("blank") != null) {
        isLineStart |= matcher.group().contains("\n");
        at = matcher.end();
      } else if (isLineStart && text.charAt(at) == '#') {
        Matcher line = DIRECTIVE.matcher(text);
        line.find(at);
        tokens.add(new Token(Kind.DIRECTIVE, line.group(), at, line.end()));
        at = line.end();
      } else {
        isLineStart = false;
        Kind kind =
            matcher.group("word") != null
                ? Kind.WORD
                : matcher.group("literal") != null ? Kind.LITERAL : Kind.PUNCTUATOR;
        tokens.add(new Token(kind, matcher.group(), matcher.start(), matcher.end()));
        at = matcher.end();
      }
    }
    return tokens;
  }

  /**
   * The bracket that closes the one at an index.
   *
   * @return the index of its token, or -1 where none does
   */
  static int closing(List<Token> tokens, int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      String text = tokens.get(i).text();
      if (text.equals("(") || text.equals("[") || text.equals("{")) {
        depth++;
      } else if (text.equals(")") || text.equals("]") || text.equals("}")) {
        depth--;
        if (depth == 0) {
          return i;
        }
      }
    }
    return -1;
  }

  /** The tokens of a text, with one space between them. */
  static String normal(String text) {
    StringBuilder normal = new StringBuilder();
    for (Token token : of(text)) {
      normal.append(normal.isEmpty() ? "" : " ").append(token.text());
    }
    return normal.toString();
  }
}
