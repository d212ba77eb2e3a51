package org.gfpaudit.analyzer.lower;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gfpaudit.grammar.ast.Expr;

/** What instructions do to the truth of predicates. */
final class PredicateEffects {
  private static final Set<String> SIGNED = Set.of("int", "long", "long long", "ssize_t", "s64");

  /** A number beyond this may not fit into a narrow variable. */
  private static final BigInteger MAX_NARROW = BigInteger.valueOf(Byte.MAX_VALUE);

  private final Map<Integer, LocalVariable> names;
  private final KnownCalls calls;

  /**
   * @param names as in {@link ControlFlowGraph#names}
   */
  PredicateEffects(Map<Integer, LocalVariable> names, KnownCalls calls) {
    this.names = names;
    this.calls = calls;
  }

  /** The variables whose address is taken: any call and any store may change them. */
  Set<LocalVariable> shared(List<BasicBlock> blocks) {
    Set<LocalVariable> shared = new HashSet<>();
    ExprWalker walker =
        new ExprWalker() {
          @Override
          protected void onAddress(Expr operand) {
            local(base(operand)).ifPresent(shared::add);
          }
        };
    for (BasicBlock block : blocks) {
      block.instructions().forEach(instruction -> walk(walker, instruction));
    }
    return shared;
  }

  /** What is known after an instruction, of what was known before and of {@code asked}. */
  Map<Predicate, Boolean> after(
      Instruction instruction, Map<Predicate, Boolean> before, Set<Predicate> asked) {
    if (instruction instanceof Instruction.Unread) {
      return Map.of();
    }
    if (before.isEmpty() && !isSetting(instruction)) {
      return before;
    }
    Forgetting forgetting = new Forgetting(before);
    walk(forgetting, instruction);
    if (instruction instanceof Instruction.Initialize initialize) {
      forgetting.set(initialize.variable());
      tell(initialize.variable(), initialize.value(), forgetting.facts, asked);
    } else if (instruction instanceof Instruction.Clobber clobber) {
      forgetting.set(clobber.variable());
    } else if (instruction instanceof Instruction.Evaluate evaluate
        && evaluate.expression() instanceof Expr.Assign assign
        && assign.compound().isEmpty()) {
      local(assign.target()).ifPresent(v -> tell(v, assign.value(), forgetting.facts, asked));
    }
    return forgetting.facts;
  }

  /** The variables that some instruction sets to a constant. */
  Set<LocalVariable> setToConstants(List<BasicBlock> blocks) {
    Set<LocalVariable> found = new HashSet<>();
    for (BasicBlock block : blocks) {
      for (Instruction instruction : block.instructions()) {
        if (instruction instanceof Instruction.Initialize initialize
            && IntegerRange.of(initialize.value()).isPresent()) {
          found.add(initialize.variable());
        } else if (instruction instanceof Instruction.Evaluate evaluate
            && evaluate.expression() instanceof Expr.Assign assign
            && IntegerRange.of(assign.value()).isPresent()) {
          local(assign.target()).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static boolean isSetting(Instruction instruction) {
    return instruction instanceof Instruction.Initialize
        || (instruction instanceof Instruction.Evaluate evaluate
            && evaluate.expression() instanceof Expr.Assign);
  }

  private static void walk(ExprWalker walker, Instruction instruction) {
    if (instruction instanceof Instruction.Evaluate evaluate) {
      walker.walk(evaluate.expression());
    } else if (instruction instanceof Instruction.Initialize initialize) {
      walker.walk(initialize.value());
    } else if (instruction instanceof Instruction.Return result) {
      walker.walk(result.value());
    } else if (instruction instanceof Instruction.Clobber clobber) {
      walker.walk(clobber.head());
    }
  }

  /** Notes what a constant that was stored in a variable makes true and false. */
  private static void tell(
      LocalVariable variable, Expr value, Map<Predicate, Boolean> facts, Set<Predicate> asked) {
    Optional<IntegerRange> range = IntegerRange.of(value).filter(r -> fits(r, variable));
    if (range.isEmpty() || variable.isStatic()) {
      return;
    }
    for (Predicate predicate : asked) {
      if (predicate.bound().isPresent() && predicate.dependsOn(variable)) {
        predicate
            .bound()
            .get()
            .holdsFor(range.get())
            .ifPresent(truth -> facts.put(predicate, truth));
      }
    }
  }

  private static boolean fits(IntegerRange range, LocalVariable variable) {
    return range.high().compareTo(MAX_NARROW) <= 0
        && (!range.isNegative() || SIGNED.contains(variable.type().name()));
  }

  private Optional<LocalVariable> local(Expr expression) {
    return expression instanceof Expr.Name name
        ? Optional.ofNullable(names.get(name.span().start()))
        : Optional.empty();
  }

  /** The variable whose own storage an lvalue is part of, if it is one. */
  private static Expr base(Expr lvalue) {
    Expr base = lvalue;
    while (true) {
      if (base instanceof Expr.Member member && !member.arrow()) {
        base = member.base();
      } else if (base instanceof Expr.Index index) {
        base = index.array();
      } else {
        return base;
      }
    }
  }

  /** Walks an expression and forgets whatever it may change. */
  private final class Forgetting extends ExprWalker {
    private final Map<Predicate, Boolean> facts;

    Forgetting(Map<Predicate, Boolean> facts) {
      this.facts = new HashMap<>(facts);
    }

    void set(LocalVariable variable) {
      facts.keySet().removeIf(predicate -> predicate.dependsOn(variable));
    }

    private void store(Expr target) {
      Optional<LocalVariable> variable = local(target);
      if (variable.isPresent()) {
        set(variable.get());
      } else {
        facts.keySet().removeIf(Predicate::readsMemory);
      }
    }

    @Override
    protected void onAssign(Expr.Assign assign) {
      store(assign.target());
    }

    @Override
    protected void onIncrement(Expr operand) {
      store(operand);
    }

    @Override
    protected void onOpaque(Expr.Opaque opaque) {
      facts.clear();
    }

    @Override
    protected void onCall(Expr.Call call) {
      String name = call.calledName().map(Expr.Name::text).orElse("");
      if (calls.isPure(name) || calls.isCondition(name) || calls.refuses(name)) {
        return;
      }
      facts.keySet().removeIf(Predicate::readsMemory);
      if (calls.mayAssign(name)) {
        call.arguments().forEach(argument -> local(base(argument)).ifPresent(this::set));
      }
    }
  }
}
