package org.gfpaudit.analyzer.masks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.analyzer.facts.CallFact;
import org.gfpaudit.analyzer.facts.CallQuestion;
import org.gfpaudit.analyzer.facts.CallValues;
import org.gfpaudit.analyzer.facts.Effect;
import org.gfpaudit.analyzer.facts.FunctionFacts;
import org.gfpaudit.analyzer.facts.SinkReach;
import org.gfpaudit.analyzer.facts.StoreFact;
import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.grammar.ast.Declaration;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.Stmt;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.parse.Parsed;
import org.gfpaudit.grammar.source.Span;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.Problem;
import org.gfpaudit.rules.mask.AccessPath;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Symbol;

/**
 * Analyses whatever can hold a call or a store that matters: a function, a macro, an initialised
 * variable. The configurations of one definition are analysed one by one and their facts united.
 */
public class UnitAnalysis {
  private static final Pattern CALL = Pattern.compile("\\b([A-Za-z_]\\w*)\\s*\\(");

  private final Program program;
  private final GlobalMasks globals;

  public UnitAnalysis(GlobalMasks globals) {
    this.program = globals.program();
    this.globals = globals;
  }

  /** The facts of {@code entity}, given what is known of its callees by now. */
  FunctionFacts analyse(Entity entity, Wanted wanted, Callees callees) {
    return switch (program.index().kind(entity)) {
      case FUNCTION, FUNCTION_MACRO, OBJECT_MACRO -> ofGraphs(entity, wanted, callees);
      case VARIABLE -> ofVariable(entity, wanted, callees);
      case STRUCT, TYPEDEF, INVOCATION -> FunctionFacts.NONE;
    };
  }

  /**
   * What calls are handed in one configuration of a function or macro.
   *
   * @param calls by the byte offset of the called name
   * @param returns the objects that each returned expression can mean, by its byte offset; none
   *     where nobody asked
   */
  record Answered(
      SortedMap<Integer, CallValues> calls, SortedMap<Integer, SortedSet<AccessPath>> returns) {}

  /**
   * What the calls of certain functions in {@code entity}, a function or macro, are handed in each
   * of its configurations. The facts of the entity do not depend on it.
   *
   * @param questions by function
   * @param returnsMatter whether it is asked what a returned object can be
   */
  List<Answered> answers(
      Entity entity, Map<String, CallQuestion> questions, Callees callees, boolean returnsMatter) {
    List<Answered> answers = new ArrayList<>();
    for (ControlFlowGraph graph : program.graphs(entity)) {
      FlowContext context = globals.context(callees, entity, graph);
      answers.add(CallValueAnalysis.run(context, questions, returnsMatter));
    }
    return answers;
  }

  /** Whether a function returns an object: its name follows a star. */
  boolean returnsPointer(Entity entity) {
    int at = program.index().nameOffset(entity);
    byte[] bytes = program.textOf(entity).bytes();
    do {
      at--;
    } while (at >= 0 && Character.isWhitespace(bytes[at]));
    return at >= 0 && bytes[at] == '*';
  }

  /**
   * The facts of an entity that could not be analysed: every call of a sink that its text shows,
   * with a mask that is unknown. Nothing is lost, and nothing is claimed.
   */
  public FunctionFacts withoutTree(Entity entity, Callees callees) {
    Span extent = program.index().extent(entity);
    String text =
        new String(
            program.textOf(entity).bytes(),
            extent.start(),
            extent.length(),
            StandardCharsets.ISO_8859_1);
    List<Expr.Name> called = new ArrayList<>();
    for (Matcher call = CALL.matcher(text); call.find(); ) {
      Span span = new Span(extent.start() + call.start(1), extent.start() + call.end(1));
      called.add(new Expr.Name(span, call.group(1)));
    }
    ControlFlowGraph graph =
        new ControlFlowGraph(
            List.of(),
            List.of(
                new BasicBlock(
                    List.of(new Instruction.Unread(new Stmt.Unread(extent, called))),
                    new int[] {1}),
                new BasicBlock(List.of(), new int[0])),
            Map.of(),
            Map.of());
    FlowContext context = globals.context(callees, entity, graph);
    return merge(
        List.of(
            FunctionAnalysis.analyse(context, new Wanted(false, false, FieldsThatMatter.NONE))));
  }

  /** How a failure of the analysis is told. */
  public Problem failure(Entity entity, Throwable cause) {
    Place place = program.place(entity, program.index().nameOffset(entity));
    return new Problem(
        place.file(),
        place.line(),
        "internal error in the analysis of "
            + program.name(entity)
            + " ("
            + cause
            + "); its calls are listed as unknown, please report it",
        /* severe= */ true);
  }

  /** Where a store stands. */
  public Place place(Entity entity, StoreFact store) {
    return program.place(entity, store.field().start());
  }

  /** Where a call's name stands. */
  public Place place(Entity entity, CallFact call) {
    return program.place(entity, call.name().start());
  }

  private FunctionFacts ofGraphs(Entity entity, Wanted wanted, Callees callees) {
    List<ConfigurationFacts> parts = new ArrayList<>();
    for (ControlFlowGraph graph : program.graphs(entity)) {
      FlowContext context = globals.context(callees, entity, graph);
      parts.add(FunctionAnalysis.analyse(context, wanted));
    }
    return merge(parts);
  }

  private FunctionFacts ofVariable(Entity entity, Wanted wanted, Callees callees) {
    ControlFlowGraph none = new ControlFlowGraph(List.of(), List.of(), Map.of(), Map.of());
    FlowContext context = globals.context(callees, entity, none);
    MaskEvaluator evaluator = new MaskEvaluator(context, FlowState.EMPTY);
    FieldInitializers initializers = new FieldInitializers(context.types(), context.file());
    WantedStores stored = new WantedStores(context, wanted.fields());
    List<StoreFact> stores = new ArrayList<>();
    FieldInitializers.Sink sink =
        new FieldInitializers.Sink() {
          @Override
          public void onField(FieldInitializers.Target target, Expr value) {
            add(target, value, () -> evaluator.evaluate(value));
          }

          @Override
          public void onMacro(List<FieldInitializers.Target> fields, Expr macro) {
            fields.forEach(
                target ->
                    add(
                        target,
                        macro,
                        () -> evaluator.unknown(FieldInitializers.BY_MACRO, macro.span())));
          }

          private void add(FieldInitializers.Target target, Expr text, Supplier<MaskValue> value) {
            if (stored.mayBe(target.owner(), target.field())) {
              stores.add(
                  new StoreFact(
                      target.at(),
                      new Symbol.Field(target.owner(), target.field()),
                      context.text().textOnOneLine(text.span()),
                      value.get()));
            }
          }
        };
    for (Parsed.Variant<Declaration> variant : program.declaration(entity).variants()) {
      for (Declaration.Variable variable : variant.tree().variables()) {
        if (variable.initializer().orElse(null) instanceof Expr.InitList list) {
          initializers.visit(variable.type(), list, sink);
        } else if (variable.initializer().isPresent()) {
          Expr value = variable.initializer().get();
          sink.onMacro(initializers.setByMacro(variable.type(), value, context), value);
        }
      }
    }
    return merge(List.of(new ConfigurationFacts(Effect.BOTTOM, List.of(), List.of(), stores)));
  }

  /**
   * Unites the facts of several configurations, and several facts at one place. A configuration
   * that does not get to a call tells nothing of it where another does.
   */
  private static FunctionFacts merge(List<ConfigurationFacts> parts) {
    Effect effect = parts.isEmpty() ? Effect.BOTTOM : parts.get(0).effect();
    NavigableMap<Integer, CallFact> calls = new TreeMap<>();
    SortedMap<Integer, CallFact> notReached = new TreeMap<>();
    SortedMap<Integer, StoreFact> stores = new TreeMap<>();
    for (ConfigurationFacts part : parts) {
      effect = effect.orElse(part.effect());
      part.calls().forEach(call -> calls.merge(call.name().start(), call, UnitAnalysis::unite));
      part.notReached()
          .forEach(call -> notReached.merge(call.name().start(), call, UnitAnalysis::unite));
      part.stores()
          .forEach(store -> stores.merge(store.field().start(), store, UnitAnalysis::unite));
    }
    notReached.forEach(calls::putIfAbsent);
    return new FunctionFacts(effect, List.copyOf(calls.values()), List.copyOf(stores.values()));
  }

  /** One call seen twice; equal ways are kept once. */
  private static CallFact unite(CallFact left, CallFact right) {
    List<SinkReach> known = left.reaches();
    List<CallFact.Way> ways = new ArrayList<>(left.ways());
    right.ways().stream().filter(way -> !known.contains(way.reach())).forEach(ways::add);
    return new CallFact(left.name(), left.isSite(), left.callees(), List.copyOf(ways));
  }

  private static StoreFact unite(StoreFact left, StoreFact right) {
    return new StoreFact(
        left.field(), left.symbol(), left.text(), left.value().join(right.value()));
  }
}
