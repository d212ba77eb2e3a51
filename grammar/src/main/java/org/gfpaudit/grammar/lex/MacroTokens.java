package org.gfpaudit.grammar.lex;

import java.util.function.Predicate;

/** What is particular to the tokens of a macro's text. */
public final class MacroTokens {
  private MacroTokens() {}

  /**
   * The tokens from {@code from} on, with {@code a ## b} as one name and {@code #a} as one string.
   */
  public static TokenBuffer joined(TokenBuffer tokens, int from) {
    TokenBuffer joined = new TokenBuffer(tokens.count());
    int i = from;
    while (i < tokens.count()) {
      int kind = tokens.kind(i);
      boolean pastes = tokens.kind(i + 1) == TokenKind.PASTE && i + 2 < tokens.count();
      if (pastes && kind != TokenKind.COMMA) {
        int last = i + 2;
        while (tokens.kind(last + 1) == TokenKind.PASTE && last + 2 < tokens.count()) {
          last += 2;
        }
        joined.add(TokenKind.IDENTIFIER, tokens.start(i), tokens.end(last));
        i = last + 1;
      } else if (kind == TokenKind.PASTE) {
        // , ## __VA_ARGS__
        i++;
      } else if (kind == TokenKind.HASH && i + 1 < tokens.count()) {
        joined.add(TokenKind.STRING, tokens.start(i), tokens.end(i + 1));
        i += 2;
      } else {
        joined.add(kind, tokens.start(i), tokens.end(i));
        i++;
      }
    }
    return joined;
  }

  /** Whether a text is worth reading as one expression. */
  public static boolean mayBeExpression(RawTokens raw, Predicate<String> isTypeName) {
    int first = raw.kind(0);
    if (first >= TokenKind.IF && first <= TokenKind.ENUM) {
      return false;
    }
    return new ArgumentClassifier(new Classifier(raw, isTypeName))
            .find(TokenKind.SEMICOLON, 0, raw.count())
        == raw.count();
  }

  /** Whether a text is a type or the start of a declaration, and no statement. */
  public static boolean isTypeOnly(RawTokens raw, Predicate<String> isTypeName) {
    Classifier classifier = new Classifier(raw, isTypeName);
    boolean closed =
        classifier.arguments.find(TokenKind.SEMICOLON, 0, raw.count()) < raw.count()
            || classifier.arguments.find(TokenKind.ASSIGN, 0, raw.count()) < raw.count();
    return !closed && classifier.declarationShapes.startsDeclaration(0, raw.count());
  }
}
