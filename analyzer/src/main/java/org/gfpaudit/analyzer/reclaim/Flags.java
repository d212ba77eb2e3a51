package org.gfpaudit.analyzer.reclaim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.ast.BinaryOperator;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.rules.knowledge.ReclaimWord;

/**
 * Which constants an argument can hold in a frame: also of a variable that flags are added to one
 * by one, without those that are only added where the frame says that it is not come to, and of a
 * parameter that flags are only taken from. For one thread.
 */
final class Flags {
  private final Model model;
  private final Gates gates;
  private final Constants constants;
  private final boolean isAsking;
  private final Map<Asked, Boolean> tested = new HashMap<>();

  /** A parameter of a function. */
  private record Asked(Entity callee, int position) {}

  /**
   * @param territory what is put together is only told where somebody asks whether objects are
   *     worked on: elsewhere it only makes more frames of the same
   */
  Flags(Model model, Gates gates, Territory territory) {
    this.model = model;
    this.isAsking =
        model.knowledge().reclaim().words(ReclaimWord.Kind.ASKS_BUSY).stream()
            .flatMap(word -> model.index().find(word.name()).stream())
            .flatMap(name -> model.index().callers(name).stream())
            .anyMatch(territory::isOwn);
    this.gates = gates;
    this.constants = gates.constants();
  }

  /**
   * The names and numbers in an argument, beside which {@link Frame#SOME} says: at most. What is
   * put together is only told where who is called tests it for single flags.
   */
  Optional<Set<String>> of(int position, Site site, Frame frame, Entity callee) {
    Expr argument = site.arguments().get(position);
    Optional<Set<String>> words = constants.words(argument, site.graph(), frame);
    Optional<LocalVariable> local =
        words.isEmpty() && argument instanceof Expr.Name name
            ? site.graph().variable(name)
            : Optional.empty();
    if (!isAsking || local.isEmpty() || !isTested(new Asked(callee, position))) {
      return words;
    }
    Set<String> most = new TreeSet<>(Set.of(Frame.SOME));
    return collect(local.get(), site, frame, most) ? Optional.of(most) : Optional.empty();
  }

  private boolean isTested(Asked asked) {
    return tested.computeIfAbsent(asked, this::isTestedIn);
  }

  private boolean isTestedIn(Asked asked) {
    List<String> names = model.program().parameterNames(asked.callee());
    if (asked.position() >= names.size()) {
      return false;
    }
    String name = Pattern.quote(names.get(asked.position()));
    String text = model.program().textOf(asked.callee()).text(model.index().extent(asked.callee()));
    return Pattern.compile("\\b" + name + "\\s*&(?!&)|[^&]&\\s*" + name + "\\b")
        .matcher(text)
        .find();
  }

  private boolean collect(LocalVariable variable, Site site, Frame frame, Set<String> most) {
    if (variable.isParameter()) {
      Set<String> known = frame.words().get(variable.parameterIndex());
      if (known == null || known.contains(Frame.MASK)) {
        return false;
      }
      most.addAll(known);
    }
    boolean isSet = variable.isParameter();
    List<BasicBlock> blocks = site.graph().blocks();
    for (int block = 0; block < blocks.size(); block++) {
      for (Instruction instruction : blocks.get(block).instructions()) {
        Changes changes = new Changes(variable, site.graph());
        changes.walk(instruction);
        Optional<Expr> value =
            instruction instanceof Instruction.Initialize set && set.variable().equals(variable)
                ? Optional.of(set.value())
                : changes.value;
        boolean isClobbered =
            instruction instanceof Instruction.Clobber clobber
                && clobber.variable().equals(variable);
        if (changes.isOther || isClobbered) {
          return false;
        }
        boolean isAdded =
            value.isEmpty()
                || !gates.ofBlock(at(site, block), frame).isOpen()
                || constants.collectPlain(value.get(), site.graph(), most);
        if (!isAdded) {
          return false;
        }
        isSet |= value.isPresent();
      }
    }
    return isSet;
  }

  private static Site at(Site site, int block) {
    return new Site(
        site.entity(), site.graph(), site.call(), site.offset(), site.conditions(), block);
  }

  /** What an instruction does to a variable. */
  private static final class Changes extends ExprWalker {
    private final LocalVariable variable;
    private final ControlFlowGraph graph;
    private Optional<Expr> value = Optional.empty();
    private boolean isOther;

    Changes(LocalVariable variable, ControlFlowGraph graph) {
      this.variable = variable;
      this.graph = graph;
    }

    @Override
    protected void onAssign(Expr.Assign assign) {
      if (isVariable(assign.target())) {
        BinaryOperator by = assign.compound().orElse(BinaryOperator.BIT_OR);
        if (by == BinaryOperator.BIT_OR) {
          isOther |= value.isPresent();
          value = Optional.of(assign.value());
        } else {
          // What is taken away may still be there.
          isOther |= by != BinaryOperator.BIT_AND;
        }
      }
    }

    @Override
    protected void onIncrement(Expr operand) {
      isOther |= isVariable(operand);
    }

    @Override
    protected void onAddress(Expr operand) {
      isOther |= isVariable(operand);
    }

    private boolean isVariable(Expr target) {
      return target instanceof Expr.Name name
          && graph.variable(name).filter(variable::equals).isPresent();
    }
  }
}
