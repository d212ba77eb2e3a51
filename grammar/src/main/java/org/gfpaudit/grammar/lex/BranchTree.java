package org.gfpaudit.grammar.lex;

import java.util.ArrayList;
import java.util.List;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.jspecify.annotations.Nullable;

/**
 * The code of a definition as its {@code #if} directives nest it: runs of tokens and groups of
 * branches. A group without {@code #else} has one more branch, the empty one.
 */
final class BranchTree {
  /** Later branches of a group do not exclude the ones before them. That would only narrow. */
  private static final int MOST_EXCLUDED = 32;

  /** The branches of one {@code #if} that can be compiled at all, in order. */
  record Group(List<Branch> branches) {}

  /** Either a run of tokens {@code [from, to)} or a group. */
  record Part(int from, int to, @Nullable Group group) {}

  /** What stands under one condition, and whether a configuration reads it already. */
  static final class Branch {
    private final PresenceCondition condition;
    private final List<Part> parts = new ArrayList<>();
    private boolean isRead;

    private Branch(PresenceCondition condition) {
      this.condition = condition;
    }

    /** The branch's own condition, without those of what it is nested in. */
    PresenceCondition condition() {
      return condition;
    }

    List<Part> parts() {
      return parts;
    }

    boolean isRead() {
      return isRead;
    }

    void markRead() {
      isRead = true;
    }

    /** Passes over the branch and all that is nested in it: nothing can compile it. */
    void markDead() {
      isRead = true;
      for (Part part : parts) {
        if (part.group != null) {
          part.group.branches.forEach(Branch::markDead);
        }
      }
    }

    /** Whether some code in it is read by no configuration yet. */
    boolean isWanted() {
      if (!isRead) {
        return true;
      }
      for (Part part : parts) {
        if (part.group != null && part.group.branches.stream().anyMatch(Branch::isWanted)) {
          return true;
        }
      }
      return false;
    }
  }

  private final TokenBuffer tokens;
  private final Directives directives;
  private final LeftOut leftOut;
  private final Branch root = new Branch(PresenceCondition.TRUE);
  private int next;
  private int groupCount;

  private BranchTree(byte[] text, TokenBuffer tokens, LeftOut leftOut) {
    this.tokens = tokens;
    this.directives = new Directives(text, tokens);
    this.leftOut = leftOut;
  }

  /**
   * The tree of a definition's tokens.
   *
   * @param leftOut told of code that stands in no branch of the tree
   */
  static BranchTree of(byte[] text, TokenBuffer tokens, LeftOut leftOut) {
    BranchTree tree = new BranchTree(text, tokens, leftOut);
    tree.readAll();
    return tree;
  }

  /** The branch that is always read. */
  Branch root() {
    return root;
  }

  int groupCount() {
    return groupCount;
  }

  private void readAll() {
    while (next < tokens.count()) {
      readParts(root, 0);
      if (next < tokens.count()) {
        // Before the first token, #else opens the branch that the definition stands in.
        next = root.parts.isEmpty() ? next + 1 : leaveForeignGroup(next);
      }
    }
  }

  /** Reads parts up to the {@code #elif}, {@code #else} or {@code #endif} that ends the branch. */
  private void readParts(Branch branch, int depth) {
    int from = next;
    while (next < tokens.count()) {
      if (tokens.kind(next) != TokenKind.DIRECTIVE) {
        next++;
        continue;
      }
      addRun(branch, from, next);
      String name = directives.name(next);
      if (name.startsWith("if")) {
        if (depth >= Brackets.MOST_DEPTH) {
          int first = next;
          next = skipForeignGroup(next);
          leftOut.add(first, next);
        } else {
          branch.parts.add(new Part(0, 0, readGroup(name, depth)));
        }
      } else if (name.startsWith("el") || name.equals("endif")) {
        return;
      } else {
        next++;
      }
      from = next;
    }
    addRun(branch, from, next);
  }

  private static void addRun(Branch branch, int from, int to) {
    if (to > from) {
      branch.parts.add(new Part(from, to, null));
    }
  }

  private Group readGroup(String firstName, int depth) {
    groupCount++;
    Group group = new Group(new ArrayList<>());
    PresenceCondition noneBefore = PresenceCondition.TRUE;
    String name = firstName;
    boolean sawElse = false;
    int excluded = 0;
    while (next < tokens.count() && !name.equals("endif")) {
      PresenceCondition own = directives.condition(name, next);
      sawElse |= name.equals("else");
      PresenceCondition here = noneBefore.and(own);
      if (++excluded <= MOST_EXCLUDED) {
        noneBefore = noneBefore.and(own.not());
      }
      Branch branch = new Branch(here);
      next++;
      readParts(branch, depth + 1);
      if (here.isSatisfiable()) {
        group.branches.add(branch);
      }
      name = next < tokens.count() ? directives.name(next) : "endif";
    }
    next = Math.min(next + 1, tokens.count());
    if (!sawElse && noneBefore.isSatisfiable()) {
      group.branches.add(new Branch(noneBefore));
    }
    return group;
  }

  /**
   * A definition may begin inside a branch: then its first {@code #else} or {@code #elif} belongs
   * to a group outside, and so does everything up to the {@code #endif}.
   */
  private int skipForeignGroup(int index) {
    int open = directives.name(index).startsWith("if") ? 0 : 1;
    int i = index;
    if (directives.name(index).equals("endif")) {
      return index + 1;
    }
    for (; i < tokens.count(); i++) {
      if (tokens.kind(i) == TokenKind.DIRECTIVE) {
        String name = directives.name(i);
        if (name.startsWith("if")) {
          open++;
        } else if (name.equals("endif") && --open == 0) {
          return i + 1;
        }
      }
    }
    return i;
  }

  /**
   * Leaves the branches of a group outside. They hold other heads for the same body as a rule, but
   * what follows a brace there is code.
   */
  private int leaveForeignGroup(int index) {
    int end = skipForeignGroup(index);
    int from = index;
    while (from < end && tokens.kind(from) != TokenKind.LBRACE) {
      from++;
    }
    int to = end;
    while (to > from && tokens.kind(to - 1) == TokenKind.DIRECTIVE) {
      to--;
    }
    if (to - from > 1) {
      leftOut.add(from, to);
    }
    return end;
  }
}
