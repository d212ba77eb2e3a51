package org.gfpaudit.grammar.parse;

import org.gfpaudit.grammar.lex.RawTokens;
import org.gfpaudit.grammar.lex.TokenBuffer;
import org.gfpaudit.grammar.lex.TokenKind;
import org.gfpaudit.grammar.source.Span;

/**
 * Chooses the text to give up on when the grammar objects: the condition or the statement around
 * the offending token, and where that has been given up before, the block around it.
 */
final class UnreadRegions {
  /** The tokens {@code [from, to)} to be replaced by one token of {@code kind}. */
  record Region(int from, int to, int kind) {
    Span span(RawTokens raw) {
      return new Span(raw.start(from), Math.max(raw.start(from), raw.end(to - 1)));
    }

    TokenBuffer replacedIn(RawTokens raw) {
      TokenBuffer replaced = new TokenBuffer(raw.count());
      for (int i = 0; i < from; i++) {
        replaced.add(raw.kind(i), raw.start(i), raw.end(i));
      }
      Span span = span(raw);
      replaced.add(kind, span.start(), span.end());
      for (int i = to; i < raw.count(); i++) {
        replaced.add(raw.kind(i), raw.start(i), raw.end(i));
      }
      return replaced;
    }
  }

  private UnreadRegions() {}

  /**
   * The region to give up on.
   *
   * @param body the index of the body's opening brace
   * @param at the byte offset of the offending token
   */
  static Region choose(RawTokens raw, int body, int at) {
    int offending = body + 1;
    while (offending < raw.count() - 1 && raw.end(offending) <= at) {
      offending++;
    }
    boolean again =
        raw.kind(offending) == TokenKind.UNREAD
            || raw.kind(offending) == TokenKind.OPAQUE
            || raw.kind(offending - 1) == TokenKind.UNREAD;
    int block = enclosingBlock(raw, body, offending, again ? 1 : 0);
    Region statement = statementIn(raw, block, offending);
    boolean useless =
        statement.to <= statement.from
            || (statement.to == statement.from + 1 && isUnread(raw.kind(statement.from)));
    if (again || useless) {
      int end = Math.min(raw.match(block), raw.count());
      if (end > block + 1 && !(end == block + 2 && isUnread(raw.kind(block + 1)))) {
        return new Region(block + 1, end, TokenKind.UNREAD);
      }
      return wholeBody(raw, body);
    }
    return statement;
  }

  /** Everything between the body's braces, and what may stand behind them. */
  static Region wholeBody(RawTokens raw, int body) {
    return new Region(body, raw.count(), TokenKind.UNREAD);
  }

  private static boolean isUnread(int kind) {
    return kind == TokenKind.UNREAD || kind == TokenKind.OPAQUE;
  }

  /** The innermost block of statements around a token, or one {@code further} levels out. */
  private static int enclosingBlock(RawTokens raw, int body, int token, int further) {
    int[] blocks = new int[raw.count() + 1];
    int depth = 0;
    blocks[depth++] = body;
    int i = body + 1;
    while (i < token) {
      int kind = raw.kind(i);
      boolean opens =
          kind == TokenKind.LPAREN || kind == TokenKind.LBRACE || kind == TokenKind.LBRACKET;
      if (!opens) {
        i++;
      } else if (raw.match(i) < token) {
        i = raw.match(i) + 1;
      } else {
        if (kind == TokenKind.LBRACE && isStatementBrace(raw.kind(i - 1))) {
          blocks[depth++] = i;
        }
        i++;
      }
    }
    return blocks[Math.max(0, depth - 1 - further)];
  }

  private static boolean isStatementBrace(int before) {
    return before == TokenKind.RPAREN
        || before == TokenKind.LPAREN
        || before == TokenKind.ELSE
        || before == TokenKind.DO
        || before == TokenKind.SEMICOLON
        || before == TokenKind.LBRACE
        || before == TokenKind.RBRACE
        || before == TokenKind.COLON
        || before == TokenKind.UNREAD
        || before == TokenKind.IDENTIFIER;
  }

  private static Region statementIn(RawTokens raw, int block, int token) {
    int blockEnd = Math.min(raw.match(block), raw.count());
    int start = block + 1;
    int i = start;
    while (i < token) {
      int kind = raw.kind(i);
      int next = isOpening(kind) ? Math.min(raw.match(i), raw.count()) + 1 : i + 1;
      if (next > token) {
        break;
      }
      i = next;
      boolean ends =
          kind == TokenKind.SEMICOLON || kind == TokenKind.LBRACE || kind == TokenKind.UNREAD;
      if (ends) {
        start = next;
      }
    }
    if (i > start
        && raw.kind(i) == TokenKind.LPAREN
        && isConditional(raw.kind(i - 1))
        && raw.match(i) < blockEnd
        && raw.match(i) > i + 1) {
      return new Region(i + 1, raw.match(i), TokenKind.OPAQUE);
    }
    int end = Math.max(start, i);
    while (end < blockEnd) {
      int kind = raw.kind(end);
      if (kind == TokenKind.SEMICOLON) {
        end++;
        break;
      }
      if (kind == TokenKind.LBRACE && end > start) {
        break;
      }
      end = isOpening(kind) ? Math.min(raw.match(end) + 1, blockEnd) : end + 1;
    }
    return new Region(start, Math.min(end, blockEnd), TokenKind.UNREAD);
  }

  private static boolean isConditional(int kind) {
    return kind == TokenKind.IF || kind == TokenKind.WHILE || kind == TokenKind.SWITCH;
  }

  private static boolean isOpening(int kind) {
    return kind == TokenKind.LPAREN || kind == TokenKind.LBRACKET || kind == TokenKind.LBRACE;
  }
}
