package org.gfpaudit.analyzer.reclaim;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gfpaudit.analyzer.lower.Conditions;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.rules.finding.InodeKind;
import org.gfpaudit.rules.knowledge.InodeKindRow;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.gfpaudit.rules.knowledge.ReclaimWord;

/**
 * Which kind the inodes are of that functions are handed, by the tests of their mode on the way
 * down: an inode is of one kind for as long as it lives, so that what was a directory above a call
 * is no regular file below it. Only parameters that nobody sets are looked at. Safe for several
 * threads.
 */
final class Modes {
  private final Knowledge knowledge;

  Modes(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** A test that an inode is of a kind, and which parameter of the function leads to it. */
  private record Test(int parameter, String field, InodeKind kind) {
    String key() {
      return parameter + "." + field;
    }
  }

  /**
   * The kinds of the inodes that a call hands on, as the tests in front of it say, by the index of
   * its parameter as {@link Frame#fields} has them.
   */
  Map<String, String> handed(Site site) {
    Map<String, String> kinds = new HashMap<>();
    for (int i = 0; i < site.arguments().size(); i++) {
      if (site.arguments().get(i) instanceof Expr.Name name) {
        Optional<LocalVariable> local =
            site.graph().variable(name).filter(LocalVariable::isParameter);
        if (local.isPresent()) {
          int position = i;
          tested(site, local.get().parameterIndex())
              .ifPresent(test -> kinds.put(position + "." + test.field(), test.kind().name()));
        }
      }
    }
    return kinds;
  }

  /** A test of a parameter that is true wherever a call is come to. */
  private Optional<Test> tested(Site site, int parameter) {
    for (Conditions.Known known : site.known()) {
      Set<Test> named = new LinkedHashSet<>();
      Conditions.says(
          known.condition(),
          known.truth(),
          (leaf, truth) -> {
            test(leaf, site.graph())
                .filter(test -> test.parameter() == parameter)
                .ifPresent(named::add);
            return false;
          });
      for (Test test : named) {
        boolean isTrue =
            Conditions.says(
                known.condition(),
                known.truth(),
                (leaf, truth) ->
                    truth && test(leaf, site.graph()).filter(test::equals).isPresent());
        if (isTrue) {
          return Optional.of(test);
        }
      }
    }
    return Optional.empty();
  }

  /** What it takes that a test of a mode says so; open where nothing is known of the inode. */
  Gate answer(Expr.Call test, boolean truth, ControlFlowGraph graph, Frame frame) {
    return test(test, graph)
        .flatMap(
            asked ->
                Optional.ofNullable(frame.fields().get(asked.key()))
                    .map(kind -> Gate.of(kind.equals(asked.kind().name()) == truth)))
        .orElse(Gate.OPEN);
  }

  /** {@code S_ISDIR(inode->i_mode)} of a parameter that is never set. */
  private Optional<Test> test(Expr condition, ControlFlowGraph graph) {
    return condition instanceof Expr.Call call
            && call.arguments().size() == 1
            && call.arguments().get(0) instanceof Expr.Member member
            && member.arrow()
            && knowledge.reclaim().is(ReclaimWord.Kind.MODE_FIELD, member.field())
            && member.base() instanceof Expr.Name base
        ? graph
            .variable(base)
            .filter(LocalVariable::isParameter)
            .filter(local -> Constants.values(local, graph).isEmpty())
            .flatMap(
                local ->
                    call.calledName()
                        .flatMap(
                            name ->
                                knowledge.consequences().kind(InodeKindRow.How.TEST, name.text()))
                        .map(kind -> new Test(local.parameterIndex(), member.field(), kind)))
        : Optional.empty();
  }
}
