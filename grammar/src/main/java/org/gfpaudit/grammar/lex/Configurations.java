package org.gfpaudit.grammar.lex;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.jspecify.annotations.Nullable;

/**
 * Chooses, for a definition with {@code #if} directives inside, a small set of configurations that
 * together read every branch. A group without {@code #else} has one more branch, the empty one: the
 * code without the group's text is code that gets compiled too.
 *
 * <p>Each configuration aims at one branch not read yet and takes, on its way, further unread
 * branches wherever the conditions agree. Conditions are conjoined as the walk proceeds, so two
 * groups with equal conditions always choose alike and contradictions never arise. A branch whose
 * own nesting contradicts itself is dead code and is not read; literal 0 and 1 are decided.
 */
public final class Configurations {
  /** Past this many configurations the rest of the branches stay unread; no kernel comes near. */
  private static final int MOST_CONFIGURATIONS = 128;

  /** Past this many groups in one definition, conditions are no longer checked against others. */
  private static final int MOST_CHECKED_GROUPS = 256;

  /** One configuration: the tokens it reads and the choice it stands for. */
  public record Configuration(TokenBuffer tokens, PresenceCondition condition) {}

  private static final class Group {
    final List<Branch> branches = new ArrayList<>();
  }

  private static final class Branch {
    final PresenceCondition condition;
    final List<Part> parts = new ArrayList<>();
    boolean isRead;

    Branch(PresenceCondition condition) {
      this.condition = condition;
    }

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

  /** Either a run of tokens {@code [from, to)} or a group. */
  private record Part(int from, int to, @Nullable Group group) {}

  /** A branch and the condition under which its nesting reads it. */
  private record Aim(Branch branch, PresenceCondition condition) {}

  private final byte[] text;
  private final TokenBuffer tokens;
  private int next;
  private int groupCount;

  private Configurations(byte[] text, TokenBuffer tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  /** The configurations of a definition's tokens, at least one, none with a directive in it. */
  public static List<Configuration> of(byte[] text, TokenBuffer tokens) {
    boolean anyDirective = false;
    for (int i = 0; i < tokens.count() && !anyDirective; i++) {
      anyDirective = tokens.kind(i) == TokenKind.DIRECTIVE;
    }
    if (!anyDirective) {
      return List.of(new Configuration(tokens, PresenceCondition.TRUE));
    }
    return new Configurations(text, tokens).choose();
  }

  private List<Configuration> choose() {
    Branch root = new Branch(PresenceCondition.TRUE);
    while (next < tokens.count()) {
      readParts(root, 0);
      if (next < tokens.count()) {
        // Before the first token, #else opens the branch that the definition stands in.
        next = root.parts.isEmpty() ? next + 1 : skipForeignGroup(next);
      }
    }
    List<Configuration> found = new ArrayList<>();
    root.isRead = true;
    while (found.size() < MOST_CONFIGURATIONS) {
      Aim aim =
          found.isEmpty()
              ? new Aim(root, PresenceCondition.TRUE)
              : nextAim(root, PresenceCondition.TRUE);
      if (aim == null) {
        break;
      }
      TokenBuffer kept = new TokenBuffer(tokens.count());
      found.add(new Configuration(kept, walk(root, aim.condition, kept)));
      if (!aim.branch.isRead) {
        markDead(aim.branch);
      }
    }
    return List.copyOf(found);
  }

  /** The first branch that no configuration reads yet, or null; dead branches are passed over. */
  private @Nullable Aim nextAim(Branch branch, PresenceCondition around) {
    for (Part part : branch.parts) {
      if (part.group == null) {
        continue;
      }
      for (Branch inner : part.group.branches) {
        if (!inner.isWanted()) {
          continue;
        }
        PresenceCondition condition = conjoin(around, inner.condition);
        if (!condition.isSatisfiable()) {
          markDead(inner);
          continue;
        }
        if (!inner.isRead) {
          return new Aim(inner, condition);
        }
        Aim deeper = nextAim(inner, condition);
        if (deeper != null) {
          return deeper;
        }
      }
    }
    return null;
  }

  private static void markDead(Branch branch) {
    branch.isRead = true;
    for (Part part : branch.parts) {
      if (part.group != null) {
        part.group.branches.forEach(Configurations::markDead);
      }
    }
  }

  private PresenceCondition walk(Branch branch, PresenceCondition chosen, TokenBuffer kept) {
    branch.isRead = true;
    PresenceCondition condition = chosen;
    for (Part part : branch.parts) {
      if (part.group == null) {
        for (int i = part.from; i < part.to; i++) {
          kept.add(tokens.kind(i), tokens.start(i), tokens.end(i));
        }
        continue;
      }
      Branch taken = null;
      PresenceCondition takenCondition = condition;
      for (Branch inner : part.group.branches) {
        boolean better = taken == null || (!taken.isWanted() && inner.isWanted());
        if (better) {
          PresenceCondition joined = conjoin(condition, inner.condition);
          if (joined.isSatisfiable()) {
            taken = inner;
            takenCondition = joined;
          }
        }
      }
      if (taken != null) {
        condition = walk(taken, takenCondition, kept);
      }
    }
    return condition;
  }

  private PresenceCondition conjoin(PresenceCondition left, PresenceCondition right) {
    return groupCount > MOST_CHECKED_GROUPS ? right : left.and(right);
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
      String name = directiveName(next);
      if (name.startsWith("if")) {
        if (depth >= Brackets.MOST_DEPTH) {
          next = skipForeignGroup(next);
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
    Group group = new Group();
    PresenceCondition noneBefore = PresenceCondition.TRUE;
    String name = firstName;
    boolean sawElse = false;
    while (next < tokens.count() && !name.equals("endif")) {
      PresenceCondition own = conditionOf(name, next);
      sawElse |= name.equals("else");
      PresenceCondition here = noneBefore.and(own);
      noneBefore = noneBefore.and(own.not());
      Branch branch = new Branch(here);
      next++;
      readParts(branch, depth + 1);
      if (here.isSatisfiable()) {
        group.branches.add(branch);
      }
      name = next < tokens.count() ? directiveName(next) : "endif";
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
    int open = directiveName(index).startsWith("if") ? 0 : 1;
    int i = index;
    if (directiveName(index).equals("endif")) {
      return index + 1;
    }
    for (; i < tokens.count(); i++) {
      if (tokens.kind(i) == TokenKind.DIRECTIVE) {
        String name = directiveName(i);
        if (name.startsWith("if")) {
          open++;
        } else if (name.equals("endif") && --open == 0) {
          return i + 1;
        }
      }
    }
    return i;
  }

  private String directiveName(int index) {
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

  private PresenceCondition conditionOf(String name, int index) {
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
