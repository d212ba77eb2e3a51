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
      block.instructions().forEach(walker::walk);
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
    Map<Predicate, Boolean> facts = new HashMap<>(before);
    forget(instruction, facts.keySet());
    if (instruction instanceof Instruction.Initialize initialize) {
      tell(initialize.variable(), initialize.value(), facts, asked);
    } else if (instruction instanceof Instruction.Evaluate evaluate
        && evaluate.expression() instanceof Expr.Assign assign
        && assign.compound().isEmpty()) {
      local(assign.target()).ifPresent(v -> tell(v, assign.value(), facts, asked));
    }
    return facts;
  }

  /** Takes from {@code known} the predicates whose truth an instruction may change. */
  void forget(Instruction instruction, Set<Predicate> known) {
    if (instruction instanceof Instruction.Unread) {
      known.clear();
      return;
    }
    Forgetting forgetting = new Forgetting(known);
    forgetting.walk(instruction);
    if (instruction instanceof Instruction.Initialize initialize) {
      forgetting.set(initialize.variable());
    } else if (instruction instanceof Instruction.Clobber clobber) {
      forgetting.set(clobber.variable());
    }
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

  /** What a predicate of one variable is where that is one of these constants, if it is one. */
  static Optional<Boolean> truth(Predicate predicate, LocalVariable variable, List<Expr> values) {
    Optional<Boolean> truth = Optional.empty();
    for (Expr value : values) {
      Optional<Boolean> here =
          IntegerRange.of(value)
              .filter(range -> fits(range, variable))
              .flatMap(range -> predicate.bound().flatMap(bound -> bound.holdsFor(range)));
      if (here.isEmpty() || (truth.isPresent() && !truth.equals(here))) {
        return Optional.empty();
      }
      truth = here;
    }
    return truth;
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
    private final Set<Predicate> known;

    Forgetting(Set<Predicate> known) {
      this.known = known;
    }

    void set(LocalVariable variable) {
      known.removeIf(predicate -> predicate.dependsOn(variable));
    }

    private void store(Expr target) {
      Optional<LocalVariable> variable = local(target);
      if (variable.isPresent()) {
        set(variable.get());
      } else {
        known.removeIf(Predicate::readsMemory);
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
      known.clear();
    }

    @Override
    protected void onCall(Expr.Call call) {
      String name = call.calledName().map(Expr.Name::text).orElse("");
      if (calls.isPure(name) || calls.isCondition(name) || calls.refuses(name)) {
        return;
      }
      known.removeIf(Predicate::readsMemory);
      // Whether it may assign is dear to find out, and most calls are handed nothing that matters.
      if (call.arguments().stream().anyMatch(this::matters) && calls.mayAssign(name)) {
        call.arguments().forEach(argument -> local(base(argument)).ifPresent(this::set));
      }
    }

    /** Whether something is known of the variable that an argument is part of. */
    private boolean matters(Expr argument) {
      Optional<LocalVariable> variable = local(base(argument));
      return variable.isPresent()
          && known.stream().anyMatch(predicate -> predicate.dependsOn(variable.get()));
    }
  }
}
