package org.gfpaudit.grammar.lex;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.gfpaudit.grammar.lex.BranchTree.Branch;
import org.gfpaudit.grammar.lex.BranchTree.Group;
import org.gfpaudit.grammar.lex.BranchTree.Part;
import org.gfpaudit.grammar.source.Span;
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
 *
 * <p>What one branch writes another may overwrite. So where all choices together are few, every
 * combination that agrees is a configuration, and not only those that cover the branches.
 */
public final class Configurations {
  /**
   * Past this many configurations, and this many tokens in them, the rest of the branches stay
   * unread; no kernel comes near.
   */
  private static final int MANY_CONFIGURATIONS = 128;

  private static final int MANY_TOKENS = 1 << 18;

  /** One configuration seldom has more; where it has, its buffer grows. */
  private static final int USUAL_TOKENS = 1 << 11;

  /** Past this many configurations the rest stays unread, however short they are. */
  private static final int MOST_CONFIGURATIONS = 512;

  /** So many combinations of all branches are few. */
  private static final int MOST_COMBINATIONS = 16;

  /** Past this many groups in one definition, conditions are no longer checked against others. */
  private static final int MOST_CHECKED_GROUPS = 256;

  /** One configuration: the tokens it reads and the choice it stands for. */
  public record Configuration(TokenBuffer tokens, PresenceCondition condition) {}

  /**
   * The configurations of a definition.
   *
   * @param all at least one, none with a directive in it
   * @param leftOut code that none of them reads although it is not dead, in order
   */
  public record Covering(List<Configuration> all, List<Span> leftOut) {}

  /** A group and the branch that it stands in. */
  private record Nested(Group group, Branch parent) {}

  /** A branch and the condition under which its nesting reads it. */
  private record Aim(Branch branch, PresenceCondition condition) {}

  private final TokenBuffer tokens;
  private final LeftOut leftOut;
  private final BranchTree tree;
  private final Set<Branch> taken = new HashSet<>();

  private Configurations(byte[] text, TokenBuffer tokens) {
    this.tokens = tokens;
    this.leftOut = new LeftOut(tokens);
    this.tree = BranchTree.of(text, tokens, leftOut);
  }

  /** The configurations of a definition's tokens. */
  public static Covering of(byte[] text, TokenBuffer tokens) {
    boolean anyDirective = false;
    for (int i = 0; i < tokens.count() && !anyDirective; i++) {
      anyDirective = tokens.kind(i) == TokenKind.DIRECTIVE;
    }
    if (!anyDirective) {
      Configuration only = new Configuration(tokens, PresenceCondition.TRUE);
      return new Covering(List.of(only), List.of());
    }
    return new Configurations(text, tokens).choose();
  }

  private Covering choose() {
    Branch root = tree.root();
    List<Configuration> found = new ArrayList<>();
    Set<Set<Branch>> combinations = new HashSet<>();
    root.markRead();
    int tokenCount = 0;
    while (found.size() < MANY_CONFIGURATIONS
        || (found.size() < MOST_CONFIGURATIONS && tokenCount < MANY_TOKENS)) {
      Aim aim =
          found.isEmpty()
              ? new Aim(root, PresenceCondition.TRUE)
              : nextAim(root, PresenceCondition.TRUE);
      if (aim == null) {
        break;
      }
      TokenBuffer kept = new TokenBuffer(Math.min(tokens.count(), USUAL_TOKENS));
      taken.clear();
      found.add(new Configuration(kept, walk(root, aim.condition, kept)));
      tokenCount += kept.count();
      combinations.add(Set.copyOf(taken));
      if (!aim.branch.isRead()) {
        leaveOut(aim.branch);
      }
    }
    leaveOutRest(root, PresenceCondition.TRUE);
    for (Set<Branch> combination : combinations(root)) {
      if (combinations.add(combination)) {
        TokenBuffer kept = new TokenBuffer(Math.min(tokens.count(), USUAL_TOKENS));
        found.add(new Configuration(kept, along(root, combination, PresenceCondition.TRUE, kept)));
      }
    }
    return new Covering(List.copyOf(found), leftOut.spans());
  }

  /** Every choice of branches that agree, each with all it is nested in; none where many do. */
  private List<Set<Branch>> combinations(Branch root) {
    List<Nested> groups = new ArrayList<>();
    addGroups(root, groups);
    List<Set<Branch>> found = new ArrayList<>();
    if (groups.size() > 1 && groups.size() <= MOST_COMBINATIONS) {
      combine(groups, 0, PresenceCondition.TRUE, new HashSet<>(Set.of(root)), found);
    }
    return found.size() <= MOST_COMBINATIONS ? found : List.of();
  }

  private static void addGroups(Branch branch, List<Nested> groups) {
    for (Part part : branch.parts()) {
      if (part.group() != null) {
        groups.add(new Nested(part.group(), branch));
        part.group().branches().forEach(inner -> addGroups(inner, groups));
      }
    }
  }

  private void combine(
      List<Nested> groups,
      int next,
      PresenceCondition condition,
      Set<Branch> chosen,
      List<Set<Branch>> found) {
    if (found.size() > MOST_COMBINATIONS) {
      return;
    }
    if (next == groups.size()) {
      found.add(Set.copyOf(chosen));
      return;
    }
    boolean isAny = false;
    if (chosen.contains(groups.get(next).parent())) {
      for (Branch branch : groups.get(next).group().branches()) {
        PresenceCondition joined = conjoin(condition, branch.condition());
        if (joined.isSatisfiable()) {
          isAny = true;
          chosen.add(branch);
          combine(groups, next + 1, joined, chosen, found);
          chosen.remove(branch);
        }
      }
    }
    if (!isAny) {
      combine(groups, next + 1, condition, chosen, found);
    }
  }

  /** Keeps the tokens of the chosen branches; returns the conjunction of their conditions. */
  private PresenceCondition along(
      Branch branch, Set<Branch> chosen, PresenceCondition before, TokenBuffer kept) {
    PresenceCondition condition = before;
    for (Part part : branch.parts()) {
      if (part.group() == null) {
        keep(part, kept);
        continue;
      }
      for (Branch inner : part.group().branches()) {
        if (chosen.contains(inner)) {
          condition = along(inner, chosen, conjoin(condition, inner.condition()), kept);
        }
      }
    }
    return condition;
  }

  private void keep(Part part, TokenBuffer kept) {
    for (int i = part.from(); i < part.to(); i++) {
      kept.add(tokens.kind(i), tokens.start(i), tokens.end(i));
    }
  }

  /** The first branch that no configuration reads yet, or null; dead branches are passed over. */
  private @Nullable Aim nextAim(Branch branch, PresenceCondition around) {
    for (Part part : branch.parts()) {
      if (part.group() == null) {
        continue;
      }
      for (Branch inner : part.group().branches()) {
        if (!inner.isWanted()) {
          continue;
        }
        PresenceCondition condition = conjoin(around, inner.condition());
        if (!condition.isSatisfiable()) {
          inner.markDead();
          continue;
        }
        if (!inner.isRead()) {
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

  /** Leaves out all that no configuration reads; dead branches are passed over. */
  private void leaveOutRest(Branch branch, PresenceCondition around) {
    for (Part part : branch.parts()) {
      if (part.group() == null) {
        continue;
      }
      for (Branch inner : part.group().branches()) {
        PresenceCondition condition = conjoin(around, inner.condition());
        if (!condition.isSatisfiable()) {
          inner.markDead();
        } else if (inner.isRead()) {
          leaveOutRest(inner, condition);
        } else {
          leaveOut(inner);
        }
      }
    }
  }

  /** Notes that nothing reads a branch and what is nested in it. */
  private void leaveOut(Branch branch) {
    branch.markRead();
    for (Part part : branch.parts()) {
      if (part.group() != null) {
        part.group().branches().stream().filter(inner -> !inner.isRead()).forEach(this::leaveOut);
      } else {
        leftOut.add(part.from(), part.to());
      }
    }
  }

  private PresenceCondition walk(Branch branch, PresenceCondition chosen, TokenBuffer kept) {
    branch.markRead();
    taken.add(branch);
    PresenceCondition condition = chosen;
    for (Part part : branch.parts()) {
      if (part.group() == null) {
        keep(part, kept);
        continue;
      }
      Branch best = null;
      PresenceCondition takenCondition = condition;
      for (Branch inner : part.group().branches()) {
        boolean better = best == null || (!best.isWanted() && inner.isWanted());
        if (better) {
          PresenceCondition joined = conjoin(condition, inner.condition());
          if (joined.isSatisfiable()) {
            best = inner;
            takenCondition = joined;
          }
        }
      }
      if (best != null) {
        condition = walk(best, takenCondition, kept);
      }
    }
    return condition;
  }

  private PresenceCondition conjoin(PresenceCondition left, PresenceCondition right) {
    return tree.groupCount() > MOST_CHECKED_GROUPS ? right : left.and(right);
  }
}
