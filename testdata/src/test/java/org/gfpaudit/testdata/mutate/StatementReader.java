package org.gfpaudit.testdata.mutate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gfpaudit.testdata.mutate.Statement.Kind;

/** Reads the statements of one function. */
final class StatementReader {
  private static final Set<String> TYPES =
      Set.of(
          "struct",
          "union",
          "enum",
          "unsigned",
          "signed",
          "int",
          "long",
          "char",
          "short",
          "void",
          "const",
          "static",
          "bool",
          "volatile",
          "register");
  private static final Set<String> JUMPS = Set.of("return", "goto", "break", "continue");

  private final List<Token> tokens;
  private int at;

  private StatementReader(List<Token> tokens, int at) {
    this.tokens = tokens;
    this.at = at;
  }

  /**
   * Reads a body.
   *
   * @param open the index of its opening brace
   * @throws IndexOutOfBoundsException if it does not end
   */
  static Statement body(List<Token> tokens, int open) {
    return new StatementReader(tokens, open).statement(true);
  }

  private Token next() {
    return tokens.get(at);
  }

  private Statement statement(boolean isListed) {
    int start = next().start();
    List<Statement> parts = new ArrayList<>();
    Kind kind = kind();
    switch (kind) {
      case BLOCK -> {
        at++;
        while (!next().is("}")) {
          parts.add(statement(true));
        }
        at++;
      }
      case IF -> {
        skipHead();
        parts.add(statement(false));
        if (at < tokens.size() && next().is("else")) {
          at++;
          parts.add(statement(false));
        }
      }
      case LOOP -> {
        if (next().is("do")) {
          at++;
          parts.add(statement(false));
          skipPast(";");
        } else {
          skipHead();
          parts.add(statement(false));
        }
      }
      case SWITCH -> {
        skipHead();
        parts.add(statement(false));
      }
      case LABEL -> skipPast(":");
      case DIRECTIVE -> at++;
      default -> skipPast(";");
    }
    return new Statement(kind, new Part(start, tokens.get(at - 1).end()), isListed, parts);
  }

  private Kind kind() {
    Token first = next();
    if (first.isDirective()) {
      return Kind.DIRECTIVE;
    }
    return switch (first.text()) {
      case "{" -> Kind.BLOCK;
      case "if" -> Kind.IF;
      case "while", "for", "do" -> Kind.LOOP;
      case "switch" -> Kind.SWITCH;
      case "case", "default" -> Kind.LABEL;
      default -> kindByShape(first);
    };
  }

  private Kind kindByShape(Token first) {
    Token second = tokens.get(at + 1);
    if (JUMPS.contains(first.text())) {
      return Kind.JUMP;
    }
    if (first.isWord() && second.is(":")) {
      return Kind.LABEL;
    }
    if (TYPES.contains(first.text()) || (first.isWord() && second.isWord())) {
      return Kind.DECLARATION;
    }
    boolean isPointerDeclared =
        first.isWord()
            && second.is("*")
            && tokens.get(at + 2).isWord()
            && Set.of("=", ";", ",").contains(tokens.get(at + 3).text());
    if (isPointerDeclared) {
      return Kind.DECLARATION;
    }
    return isLoopMacro(first, second) ? Kind.LOOP : Kind.EXPRESSION;
  }

  /** Whether a macro with arguments stands before a statement. */
  private boolean isLoopMacro(Token first, Token second) {
    if (!first.isWord() || !second.is("(")) {
      return false;
    }
    int close = Tokens.closing(tokens, at + 1);
    Token behind = tokens.get(close + 1);
    return behind.is("{") || behind.isWord();
  }

  /** Past a keyword or name and its brackets. */
  private void skipHead() {
    at = Tokens.closing(tokens, at + 1) + 1;
  }

  /** Past the next such token outside of brackets. */
  private void skipPast(String end) {
    while (!next().is(end)) {
      if (next().is("(") || next().is("[") || next().is("{")) {
        at = Tokens.closing(tokens, at);
      }
      if (next().is("}") && !tokens.get(at - 1).is("{") && end.equals(":")) {
        throw new IndexOutOfBoundsException("a label without a colon");
      }
      at++;
    }
    at++;
  }
}
