package org.gfpaudit.grammar.lex;

import java.util.function.Predicate;

/**
 * Turns the lexer's tokens into those the grammar reads. One pass: brackets are matched before, so
 * every decision looks at a few tokens and at what follows a closing bracket. Attributes vanish;
 * markers and finer kinds are put in. The classifier never fails: what it cannot make sense of it
 * hands on as it is, and the grammar objects.
 *
 * <p>The parts call each other and share this object: what is read, what is written, and whether
 * the expression at hand is {@link #isSound}.
 */
public final class Classifier {
  private static final int FIRST_CAPACITY = 64;

  final RawTokens raw;
  final TypeShapes types;
  final DeclarationShapes declarationShapes;
  final ExpressionClassifier expressions;
  final InitializerClassifier initializers;
  final ArgumentClassifier arguments;
  final DeclarationClassifier declarations;
  final StatementClassifier statements;

  TokenBuffer out;

  /** Whether operands and operators alternated so far in the innermost macro argument. */
  boolean isSound = true;

  public Classifier(RawTokens raw, Predicate<String> isTypeName) {
    this.raw = raw;
    this.out = new TokenBuffer(FIRST_CAPACITY);
    this.types = new TypeShapes(raw, isTypeName);
    this.declarationShapes = new DeclarationShapes(raw, types);
    this.expressions = new ExpressionClassifier(this);
    this.initializers = new InitializerClassifier(this);
    this.arguments = new ArgumentClassifier(this);
    this.declarations = new DeclarationClassifier(this);
    this.statements = new StatementClassifier(this);
  }

  /** Hands out what has been written so far, and starts afresh. */
  public TokenBuffer take() {
    TokenBuffer written = out;
    out = new TokenBuffer(FIRST_CAPACITY);
    return written;
  }

  /** Classifies {@code [from, end)}, the tokens before a function's body. */
  public void functionHeader(int from, int end) {
    new HeaderClassifier(this).header(from, end);
  }

  /** Classifies {@code [from, end)} as statements. */
  public void statements(int from, int end) {
    statements.sequence(from, end);
  }

  /** Classifies {@code [from, end)} as one expression or initialiser. */
  public void expression(int from, int end) {
    int stop =
        raw.kind(from) == TokenKind.LBRACE
            ? initializers.list(from, end)
            : expressions.expression(from, end, false);
    copyAll(stop, end);
  }

  /** Classifies {@code [from, end)} as a declaration at file scope. */
  public void fileDeclaration(int from, int end) {
    int stop;
    if (declarations.isDeclarationMacro(from, end)) {
      stop = declarations.macroDeclaration(from, end);
    } else {
      stop = declarations.declaration(from, end);
    }
    copyAll(stop, end);
  }

  /** Hands on tokens as they are. The grammar objects to those that it has no use for. */
  void copyAll(int from, int end) {
    for (int i = from; i < end; i++) {
      copy(i);
    }
  }

  void copy(int i) {
    out.add(raw.kind(i), raw.start(i), raw.end(i));
  }

  void as(int i, int kind) {
    out.add(kind, raw.start(i), raw.end(i));
  }

  /** Puts in an empty token in front of token {@code i}. */
  void marker(int kind, int i) {
    int offset = raw.start(i);
    out.add(kind, offset, offset);
  }

  /** Puts in an empty token right behind token {@code i}. */
  void markerBehind(int kind, int i) {
    int offset = raw.end(i);
    out.add(kind, offset, offset);
  }

  /** Writes the closing bracket at {@code close} if it is one, and returns the index behind it. */
  int close(int close, int end) {
    if (close < end) {
      copy(close);
      return close + 1;
    }
    return end;
  }

  /** Whether each closing bracket in {@code [from, end)} closes one there. */
  boolean isBalanced(int from, int end) {
    for (int i = from; i < end; i++) {
      int kind = raw.kind(i);
      boolean closes =
          kind == TokenKind.RPAREN || kind == TokenKind.RBRACKET || kind == TokenKind.RBRACE;
      if (closes && raw.match(i) < from) {
        return false;
      }
    }
    return true;
  }

  /** Whether a call, {@code name(}, stands in {@code [from, end)}. */
  boolean holdsCall(int from, int end) {
    for (int i = from; i + 1 < end; i++) {
      if (raw.isIdentifier(i) && raw.kind(i + 1) == TokenKind.LPAREN) {
        return true;
      }
    }
    return false;
  }
}
