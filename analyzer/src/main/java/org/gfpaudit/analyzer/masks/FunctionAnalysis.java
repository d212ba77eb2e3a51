package org.gfpaudit.analyzer.masks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gfpaudit.analyzer.facts.CallFact;
import org.gfpaudit.analyzer.facts.Effect;
import org.gfpaudit.analyzer.facts.ShortestWay;
import org.gfpaudit.analyzer.facts.StoreFact;
import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.solver.ForwardSolver;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.Stmt;
import org.gfpaudit.grammar.ast.TypeName;
import org.gfpaudit.grammar.ast.UnaryOperator;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.source.Span;
import org.gfpaudit.rules.mask.AccessPath;
import org.gfpaudit.rules.mask.Bits;
import org.gfpaudit.rules.mask.FieldOwner;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Symbol;

/**
 * Analyses one function or macro: solves each configuration to its fixpoint, then passes once over
 * it and notes the calls, stores and returned values that matter.
 */
final class FunctionAnalysis {
  private final FlowContext context;
  private final Wanted wanted;
  private final SinkCalls sinkCalls;
  private final WantedStores wantedStores;
  private final SortedMap<Integer, List<CallFact>> calls = new TreeMap<>();
  private final SortedMap<Integer, List<CallFact>> notReached = new TreeMap<>();
  private final SortedMap<Integer, List<StoreFact>> stores = new TreeMap<>();
  private MaskValue returns = MaskValue.bottom();
  private final Map<Integer, MaskValue> pointees = new HashMap<>();
  private final Map<Integer, MaskValue> assigned = new HashMap<>();
  private final Map<Effect.FieldBehind, MaskValue> fieldsBehind = new HashMap<>();

  private FunctionAnalysis(FlowContext context, Wanted wanted) {
    this.context = context;
    this.wanted = wanted;
    this.sinkCalls = new SinkCalls(context);
    this.wantedStores = new WantedStores(context, wanted.fields());
  }

  /** The facts of one configuration. */
  static ConfigurationFacts analyse(FlowContext context, Wanted wanted) {
    FunctionAnalysis analysis = new FunctionAnalysis(context, wanted);
    analysis.run();
    return new ConfigurationFacts(
        new Effect(
            ShortestWay.of(analysis.returns),
            Map.copyOf(analysis.pointees),
            Map.copyOf(analysis.assigned),
            Map.copyOf(analysis.fieldsBehind)),
        inOrder(analysis.calls),
        inOrder(analysis.notReached),
        inOrder(analysis.stores));
  }

  private static <T> List<T> inOrder(SortedMap<Integer, List<T>> byOffset) {
    return byOffset.values().stream().flatMap(List::stream).toList();
  }

  private void run() {
    ControlFlowGraph graph = context.graph();
    Relevance relevance =
        Relevance.of(
            graph,
            new MatteringArguments(context, sinkCalls),
            wantedStores,
            /* returnsMatter= */ wanted.effect(),
            /* pointeesMatter= */ wanted.effect());
    MaskTransfer silent = new MaskTransfer(context, relevance, wanted.structs());
    List<Optional<FlowState>> states = ForwardSolver.solve(graph, silent);
    MaskTransfer telling = silent.telling(new Notes());
    for (int block = 0; block < states.size(); block++) {
      if (states.get(block).isPresent()) {
        tell(graph.blocks().get(block), states.get(block).get(), telling);
      }
    }
    for (int block = 0; block < states.size(); block++) {
      if (states.get(block).isEmpty() && !graph.blocks().get(block).instructions().isEmpty()) {
        tellNotReached(states, relevance);
        break;
      }
    }
    if (wanted.effect()) {
      states.get(graph.exit()).ifPresent(this::noteStored);
    }
  }

  private static void tell(BasicBlock block, FlowState before, MaskTransfer telling) {
    FlowState state = before;
    for (Instruction instruction : block.instructions()) {
      state = telling.apply(state, instruction);
    }
  }

  /**
   * Calls of sinks that no path reaches are calls all the same, and are listed as if every
   * condition could be true and false.
   */
  private void tellNotReached(List<Optional<FlowState>> states, Relevance relevance) {
    ControlFlowGraph graph = context.graph();
    MaskTransfer silent = new MaskTransfer(context, relevance);
    List<Optional<FlowState>> everyWay = ForwardSolver.solve(graph.withEveryWay(), silent);
    MaskTransfer telling = silent.telling(new NotesOfCallsNotReached());
    for (int block = 0; block < states.size(); block++) {
      if (states.get(block).isEmpty()) {
        tell(
            graph.blocks().get(block), everyWay.get(block).orElseGet(telling::entryState), telling);
      }
    }
  }

  /** Notes what callers see of what was stored. */
  private void noteStored(FlowState exit) {
    boolean isMacro = context.program().index().kind(context.entity()) == EntityKind.FUNCTION_MACRO;
    for (LocalVariable parameter : context.graph().parameters()) {
      int index = parameter.parameterIndex();
      note(parameter, exit.mask(Slot.pointee(parameter)), new Symbol.Pointee(index), pointees);
      if (isMacro) {
        note(parameter, exit.mask(Slot.of(parameter)), new Symbol.Parameter(index), assigned);
      }
    }
    exit.forEachMask(
        (slot, value) -> {
          if (slot instanceof Slot.FieldBehind field
              && field.variable().isParameter()
              && pointsAsBefore(field.variable(), exit)) {
            int index = field.variable().parameterIndex();
            fieldsBehind.put(new Effect.FieldBehind(index, field.steps()), ShortestWay.of(value));
          }
        });
  }

  /** Whether a parameter certainly points to what the caller handed in. */
  private static boolean pointsAsBefore(LocalVariable parameter, FlowState exit) {
    return PathEvaluator.single(AccessPath.param(parameter.parameterIndex()))
        .equals(exit.paths().get(parameter));
  }

  private void note(
      LocalVariable parameter,
      Optional<MaskValue> after,
      Symbol before,
      Map<Integer, MaskValue> stored) {
    MaskValue untouched = MaskValue.symbol(before, context.declarationOrigin(parameter));
    if (after.isPresent() && !after.get().equals(untouched)) {
      stored.put(parameter.parameterIndex(), ShortestWay.of(after.get()));
    }
  }

  private static void add(CallFact fact, SortedMap<Integer, List<CallFact>> facts) {
    facts.computeIfAbsent(fact.name().start(), offset -> new ArrayList<>()).add(fact);
  }

  /**
   * Notes the calls of sinks in what no path reaches, and nothing else of it: what would be handed
   * to a relative there reaches nothing.
   */
  private final class NotesOfCallsNotReached implements MaskTransfer.Observer {

    @Override
    public void onCall(Expr.Call call, FlowState state) {
      sinkCalls
          .factOf(call, state)
          .filter(CallFact::isSite)
          .ifPresent(fact -> add(fact, notReached));
    }

    @Override
    public void onAssign(Expr.Assign assign, FlowState state) {}

    @Override
    public void onInitialize(Optional<LocalVariable> variable, Expr value, FlowState state) {}

    @Override
    public void onReturn(Expr value, FlowState state) {}

    @Override
    public void onUnread(Stmt.Unread statement, FlowState state) {
      for (Expr.Name called : statement.calledNames()) {
        onCall(UnreadCalls.of(called), state);
      }
    }
  }

  /** Turns what the telling pass sees into facts. */
  private final class Notes implements MaskTransfer.Observer {
    private Optional<Map<LocalVariable, List<Expr.Member>>> fieldPointers = Optional.empty();
    private Optional<KeptStructs> keptStructs = Optional.empty();

    @Override
    public void onCall(Expr.Call call, FlowState state) {
      sinkCalls.factOf(call, state).ifPresent(fact -> add(fact, calls));
      storesOf(call, state);
    }

    /** The fields that a call stores in: {@code WRITE_ONCE(x->f, v)}, {@code fill(&x->f)}. */
    private void storesOf(Expr.Call call, FlowState state) {
      for (int i = 0; i < call.arguments().size(); i++) {
        Optional<Expr.Member> field =
            CallStores.field(call.arguments().get(i), /* mayAssign= */ true)
                .filter(wantedStores::mayBe);
        if (field.isPresent()
            && CallStores.field(call.arguments().get(i), CallStores.mayAssign(call, context))
                .isPresent()) {
          storeOf(call, i, field.get(), state);
        }
      }
    }

    private void storeOf(Expr.Call call, int index, Expr.Member field, FlowState state) {
      FieldOwner owner = context.types().ownerOf(field, context.graph(), context.file());
      Symbol same = new Symbol.Field(owner, field.field());
      new CallStores(context, call, state)
          .inField(index)
          .filter(value -> !value.isBottom() && !isUntouched(value, same))
          .ifPresent(value -> store(field.fieldSpan(), owner, field.field(), call.span(), value));
    }

    /** Whether a value is nothing but what the field held. */
    private static boolean isUntouched(MaskValue value, Symbol field) {
      return value.alternatives().stream()
          .allMatch(
              alternative ->
                  alternative.terms().size() == 1
                      && alternative.terms().get(0).symbols().equals(List.of(field))
                      && alternative.bits().equals(Bits.ALL));
    }

    private KeptStructs keptStructs() {
      KeptStructs known = keptStructs.orElseGet(() -> KeptStructs.of(context));
      keptStructs = Optional.of(known);
      return known;
    }

    @Override
    public void onAssign(Expr.Assign assign, FlowState state) {
      if (Places.field(assign.target()) instanceof Expr.Member member
          && wantedStores.mayBe(member)
          && !keptStructs().isKept(member)) {
        FieldOwner owner = context.types().ownerOf(member, context.graph(), context.file());
        store(
            member.fieldSpan(),
            owner,
            member.field(),
            assign.value().span(),
            new MaskEvaluator(context, state).visitAssign(assign));
      }
      if (Places.plain(assign.target()) instanceof Expr.Unary unary
          && unary.operator() == UnaryOperator.DEREFERENCE
          && Places.plain(unary.operand()) instanceof Expr.Name pointer) {
        MaskValue value = new MaskEvaluator(context, state).visitAssign(assign);
        for (Expr.Member field : pointedTo(pointer)) {
          FieldOwner owner = context.types().ownerOf(field, context.graph(), context.file());
          store(pointer.span(), owner, field.field(), assign.value().span(), value);
        }
      }
    }

    private List<Expr.Member> pointedTo(Expr.Name pointer) {
      return context
          .graph()
          .variable(pointer)
          .filter(Relevance::isMaskPointer)
          .map(variable -> fieldPointers().getOrDefault(variable, List.of()))
          .orElse(List.of());
    }

    private Map<LocalVariable, List<Expr.Member>> fieldPointers() {
      Map<LocalVariable, List<Expr.Member>> known = fieldPointers.orElse(null);
      if (known == null) {
        known = FieldPointers.of(context.graph(), wantedStores);
        fieldPointers = Optional.of(known);
      }
      return known;
    }

    @Override
    public void onInitialize(Optional<LocalVariable> variable, Expr value, FlowState state) {
      if (value instanceof Expr.CompoundLiteral literal) {
        initialize(literal.type(), literal.initializer(), state);
      } else if (value instanceof Expr.InitList list && variable.isPresent()) {
        if (wantedStores.areNone() || !keptStructs().isKept(variable.get())) {
          initialize(variable.get().type(), list, state);
        }
      } else if (variable.isPresent() && !wantedStores.areNone()) {
        initializeByMacro(variable.get().type(), value, state);
      }
    }

    private void initializeByMacro(TypeName type, Expr value, FlowState state) {
      MaskValue unknown =
          new MaskEvaluator(context, state).unknown(FieldInitializers.BY_MACRO, value.span());
      new FieldInitializers(context.types(), context.file())
          .setByMacro(type, value, context).stream()
              .filter(target -> wantedStores.mayBe(target.owner(), target.field()))
              .forEach(
                  target ->
                      store(target.at(), target.owner(), target.field(), value.span(), unknown));
    }

    private void initialize(TypeName type, Expr.InitList list, FlowState state) {
      MaskEvaluator evaluator = new MaskEvaluator(context, state);
      new FieldInitializers(context.types(), context.file())
          .visit(
              type,
              list,
              (target, value) -> {
                if (wantedStores.mayBe(target.owner(), target.field())
                    && !keptStructs().isOverwritten(list, target)) {
                  store(
                      target.at(),
                      target.owner(),
                      target.field(),
                      value.span(),
                      evaluator.evaluate(value));
                }
              });
    }

    private void store(Span at, FieldOwner owner, String field, Span text, MaskValue value) {
      stores
          .computeIfAbsent(at.start(), offset -> new ArrayList<>())
          .add(
              new StoreFact(
                  at, new Symbol.Field(owner, field), context.text().textOnOneLine(text), value));
    }

    @Override
    public void onUnread(Stmt.Unread statement, FlowState state) {
      for (Expr.Name called : statement.calledNames()) {
        onCall(UnreadCalls.of(called), state);
      }
      if (wanted.effect() && context.text().text(statement.span()).contains("return")) {
        MaskEvaluator evaluator = new MaskEvaluator(context, state);
        returns =
            returns.join(evaluator.unknown("text the grammar could not read", statement.span()));
      }
    }

    @Override
    public void onReturn(Expr value, FlowState state) {
      if (wanted.effect()) {
        returns = returns.join(new MaskEvaluator(context, state).evaluate(value));
      }
    }
  }
}
