package org.gfpaudit.grammar.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.gfpaudit.grammar.cond.PresenceCondition;

/**
 * How deep the scanner stands in braces, parentheses and {@code #if}s.
 *
 * <p>Where the branches of an {@code #if} open or close different numbers of braces only one branch
 * may count. Each branch starts from the depth at the {@code #if}, and after the {@code #endif} the
 * depth is what it was at the end of the first branch, {@code #if 0} excepted.
 */
final class Nesting {
  enum Branch {
    IF,
    IFDEF,
    IFNDEF,
    ELSE
  }

  /** Conditions of deeper levels are left out: they would only narrow. */
  private static final int MAX_LEVELS = 64;

  /** Later branches do not exclude the ones before them. */
  private static final int MAX_BRANCHES = 32;

  private static final int UNKNOWN = -1;

  int braces;
  int parens;

  private final Text text;
  private final ConditionTable conditions;

  private Level[] levels = new Level[16];
  private int depth;
  private boolean seenConditional;

  /** One open {@code #if}. */
  private static final class Level {
    Branch kind = Branch.IF;
    int from;
    int to;
    int branchCount;
    boolean isIncludeGuard;
    int bracesAtStart;
    int parensAtStart;
    int bracesAfter;
    int parensAfter;
    boolean hasDepthAfter;

    /** What the branches before the current one leave over. */
    PresenceCondition left = PresenceCondition.TRUE;

    /** The condition of this level and those around it, or UNKNOWN. */
    int condition;
  }

  Nesting(Text text, ConditionTable conditions) {
    this.text = text;
    this.conditions = conditions;
  }

  void reset() {
    braces = 0;
    parens = 0;
    depth = 0;
    seenConditional = false;
  }

  /** How many {@code #if}s are open. */
  int conditionalDepth() {
    return depth;
  }

  void open(Branch kind, int from, int to) {
    if (depth == levels.length) {
      levels = Arrays.copyOf(levels, depth * 2);
    }
    Level level = levels[depth];
    if (level == null) {
      level = new Level();
      levels[depth] = level;
    }
    depth++;
    level.kind = kind;
    level.from = from;
    level.to = to;
    level.branchCount = 1;
    level.isIncludeGuard = depth == 1 && !seenConditional && isIncludeGuard(kind, from, to);
    level.bracesAtStart = braces;
    level.parensAtStart = parens;
    level.hasDepthAfter = false;
    level.left = PresenceCondition.TRUE;
    level.condition = UNKNOWN;
    seenConditional = true;
  }

  /** An {@code #elif} or {@code #else}; ignored where no {@code #if} is open. */
  void next(Branch kind, int from, int to) {
    if (depth == 0) {
      return;
    }
    Level level = levels[depth - 1];
    keepDepth(level);
    if (++level.branchCount <= MAX_BRANCHES) {
      level.left = level.left.and(own(level).not());
    }
    level.kind = kind;
    level.from = from;
    level.to = to;
    level.isIncludeGuard = false;
    level.condition = UNKNOWN;
    braces = level.bracesAtStart;
    parens = level.parensAtStart;
  }

  /** An {@code #endif}; ignored where no {@code #if} is open. */
  void close() {
    if (depth == 0) {
      return;
    }
    Level level = levels[--depth];
    keepDepth(level);
    braces = level.bracesAfter;
    parens = level.parensAfter;
  }

  private void keepDepth(Level level) {
    if (level.hasDepthAfter) {
      return;
    }
    boolean dead = isZero(level);
    level.bracesAfter = dead ? level.bracesAtStart : braces;
    level.parensAfter = dead ? level.parensAtStart : parens;
    level.hasDepthAfter = !dead;
  }

  private boolean isZero(Level level) {
    return level.kind == Branch.IF && level.to - level.from == 1 && text.bytes[level.from] == '0';
  }

  /** The number of the condition here. */
  int condition() {
    int top = Math.min(depth, MAX_LEVELS);
    int known = top;
    while (known > 0 && levels[known - 1].condition == UNKNOWN) {
      known--;
    }
    int condition = known == 0 ? ConditionTable.TRUE : levels[known - 1].condition;
    for (int i = known; i < top; i++) {
      condition = inside(condition, levels[i]);
      levels[i].condition = condition;
    }
    return condition;
  }

  private int inside(int outer, Level level) {
    if (level.isIncludeGuard) {
      return outer;
    }
    PresenceCondition own = own(level);
    PresenceCondition narrowed = own.and(level.left);
    // "#elif defined(CONFIG_X_MODULE)" after "#ifdef CONFIG_X" is no dead branch: a tristate has
    // three states, and the formula knows two of them.
    PresenceCondition here = narrowed.isFalse() && !level.left.isFalse() ? own : narrowed;
    return conditions.number(conditions.get(outer).and(here));
  }

  private PresenceCondition own(Level level) {
    if (level.kind == Branch.ELSE) {
      return PresenceCondition.TRUE;
    }
    String expression =
        new String(text.bytes, level.from, level.to - level.from, StandardCharsets.ISO_8859_1);
    return switch (level.kind) {
      case IFDEF -> conditions.defined(expression);
      case IFNDEF -> conditions.defined(expression).not();
      default -> conditions.expression(expression);
    };
  }

  /**
   * Whether the first conditional of a file tests a macro that the next line defines: {@code
   * #ifndef X} or {@code #if !defined(X) || ...}, then {@code #define X}.
   */
  private boolean isIncludeGuard(Branch kind, int from, int to) {
    int start = from;
    if (kind == Branch.IF) {
      start = text.blanks(from);
      if (text.bytes[start] != '!') {
        return false;
      }
      start = text.blanks(start + 1);
      if (text.shortWord(start, text.wordEnd(start)) != ShortWords.DEFINED) {
        return false;
      }
      start = text.blanks(start + "defined".length());
      start = text.bytes[start] == '(' ? text.blanks(start + 1) : start;
    } else if (kind != Branch.IFNDEF) {
      return false;
    }
    int end = text.wordEnd(start);
    int next = text.spaceAndComments(text.directiveEnd(to));
    if (end == start || text.bytes[next] != '#') {
      return false;
    }
    int define = text.blanks(next + 1);
    int defineEnd = text.wordEnd(define);
    int name = text.blanks(defineEnd);
    int length = end - start;
    return text.shortWord(define, defineEnd) == ShortWords.DEFINE
        && text.wordEnd(name) - name == length
        && Arrays.equals(text.bytes, start, end, text.bytes, name, name + length);
  }
}
