package org.gfpaudit.analyzer.masks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gfpaudit.analyzer.facts.Effect;
import org.gfpaudit.analyzer.facts.SinkReach;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.model.Traced;
import org.gfpaudit.analyzer.model.Tracing;
import org.gfpaudit.grammar.ast.Declaration;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.MacroDefinition;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.parse.Parsed;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Origin;
import org.gfpaudit.rules.mask.Symbol;

/**
 * Finds the value of one definition at file scope, and of those it is made of.
 *
 * <p>Definitions can name each other in a circle. To those of one circle each is unknown, wherever
 * the circle was entered: circles are the strongly connected components of what names what (Tarjan,
 * 1972), and their members are evaluated once more when all of them are known. So a value depends
 * on the definition alone, and each body is evaluated twice at most.
 *
 * <p>A value that is made of what a function returns changes while functions are analysed: it holds
 * for this question only. All others are kept for all questions.
 */
final class GlobalEvaluation {
  private static final ControlFlowGraph NO_BODY =
      new ControlFlowGraph(List.of(), List.of(), Map.of(), Map.of());

  private final GlobalMasks masks;
  private final GlobalNames names;
  private final Callees callees;
  private final Map<GlobalDefinition, MaskValue> passing = new HashMap<>();
  private final Map<GlobalDefinition, Frame> open = new HashMap<>();
  private final Deque<Frame> incomplete = new ArrayDeque<>();
  private Optional<Frame> current = Optional.empty();
  private Set<GlobalDefinition> circle = Set.of();

  /** A definition of whose circle not all is known. */
  private static final class Frame {
    private final GlobalDefinition definition;
    private final int number;
    // The least number of an incomplete definition that is named from here on.
    private int reached;
    private boolean isPassing;

    Frame(GlobalDefinition definition, int number) {
      this.definition = definition;
      this.number = number;
      this.reached = number + 1;
    }

    /** Whether it names itself, be it by way of others. */
    boolean isInCircle() {
      return reached <= number;
    }

    void reach(int other) {
      reached = Math.min(reached, other);
    }
  }

  GlobalEvaluation(GlobalMasks masks, Callees callees) {
    this.masks = masks;
    this.callees = new Watched(callees);
    this.names = masks.names(this::valueOf);
  }

  /** The value of a definition, in the terms of its own file. */
  MaskValue valueOf(GlobalDefinition definition) {
    Optional<MaskValue> lasting = masks.known(definition);
    if (lasting.isPresent()) {
      return lasting.get();
    }
    MaskValue here = passing.get(definition);
    if (here != null) {
      note();
      return here;
    }
    Frame known = open.get(definition);
    if (known != null) {
      current.ifPresent(asker -> asker.reach(known.number));
    }
    return known != null || circle.contains(definition)
        ? MaskValue.unknown(definition.kind().inCircle(), nameOf(definition))
        : evaluate(definition);
  }

  private MaskValue evaluate(GlobalDefinition definition) {
    Optional<Frame> outer = current;
    Frame frame = new Frame(definition, incomplete.size());
    current = Optional.of(frame);
    open.put(definition, frame);
    incomplete.push(frame);
    Tracing tracing = masks.tracing();
    Traced<MaskValue> alone = tracing.find(() -> written(definition));
    MaskValue value = alone.answer();
    current = outer;
    if (frame.reached < frame.number) {
      // Part of the circle of one further out: its value is found when that is known whole.
      outer.ifPresent(asker -> asker.reach(frame.reached));
      return value;
    }
    List<Frame> members = new ArrayList<>();
    do {
      members.add(incomplete.pop());
    } while (incomplete.size() > frame.number);
    members.forEach(member -> open.remove(member.definition));
    boolean isPassing = members.stream().anyMatch(member -> member.isPassing);
    Traced<Map<GlobalDefinition, MaskValue>> values =
        tracing.find(
            () -> {
              tracing.use(alone.trace());
              return frame.isInCircle() ? evaluateCircle(members) : Map.of(definition, value);
            });
    if (isPassing) {
      passing.putAll(values.answer());
      note();
    } else {
      values
          .answer()
          .forEach((each, found) -> masks.remember(each, new Traced<>(found, values.trace())));
    }
    return Objects.requireNonNull(values.answer().get(definition));
  }

  private Map<GlobalDefinition, MaskValue> evaluateCircle(List<Frame> members) {
    Set<GlobalDefinition> around = circle;
    circle = members.stream().map(member -> member.definition).collect(Collectors.toSet());
    Map<GlobalDefinition, MaskValue> values = new HashMap<>();
    for (Frame member : members) {
      values.put(member.definition, written(member.definition));
    }
    circle = around;
    return values;
  }

  /** Notes that what is being evaluated does not hold for all questions. */
  private void note() {
    current.ifPresent(frame -> frame.isPassing = true);
  }

  /** What a definition says, with the values of the names in it. */
  private MaskValue written(GlobalDefinition definition) {
    return switch (definition.kind()) {
      case MACRO -> macro(definition);
      case INITIAL_VALUE -> initialValue(definition);
      case ASSIGNED -> assigned(definition);
      case ELEMENTS -> elements(definition);
    };
  }

  private MaskValue macro(GlobalDefinition definition) {
    Entity entity = definition.entity();
    MaskValue value = MaskValue.bottom();
    List<Parsed.Variant<MacroDefinition>> variants = masks.program().macro(entity).variants();
    for (int i = 0; i < variants.size(); i++) {
      MacroDefinition macro = variants.get(i).tree();
      if (macro.body() instanceof MacroDefinition.Body.Expression body) {
        ControlFlowGraph graph = masks.program().graphs(entity).get(i);
        value = value.join(evaluate(entity, graph, body.expression()));
      } else if (macro.body() instanceof MacroDefinition.Body.Empty) {
        value = value.join(MaskValue.zero());
      } else {
        value = value.join(MaskValue.unknown("a macro that is no expression", nameOf(definition)));
      }
    }
    return value;
  }

  private MaskValue initialValue(GlobalDefinition definition) {
    MaskValue value = MaskValue.bottom();
    for (Declaration.Variable variable : masks.declared(definition)) {
      value =
          value.join(
              variable.initializer().isEmpty()
                  ? MaskValue.zero()
                  : evaluate(definition.entity(), NO_BODY, variable.initializer().get()));
    }
    return value;
  }

  private MaskValue assigned(GlobalDefinition definition) {
    return GlobalWrites.of(
        definition,
        masks.program(),
        (entity, graph) -> masks.context(names, callees, entity, graph));
  }

  private MaskValue elements(GlobalDefinition definition) {
    MaskValue value = MaskValue.bottom();
    for (Declaration.Variable variable : masks.declared(definition)) {
      if (variable.initializer().orElse(null) instanceof Expr.InitList list) {
        for (Expr.InitList.Entry entry : list.entries()) {
          value = value.join(evaluate(definition.entity(), NO_BODY, entry.value()));
        }
      }
    }
    return value;
  }

  private MaskValue evaluate(Entity entity, ControlFlowGraph graph, Expr expression) {
    FlowContext context = masks.context(names, callees, entity, graph);
    return new MaskEvaluator(context, FlowState.EMPTY).evaluate(expression);
  }

  private Origin nameOf(GlobalDefinition definition) {
    Entity entity = definition.entity();
    int offset = masks.program().index().nameOffset(entity);
    return new Origin(masks.program().place(entity, offset), "");
  }

  /** Notes where an answer is made of what functions do, which is found out bit by bit. */
  private final class Watched implements Callees {
    private final Callees all;

    Watched(Callees all) {
      this.all = all;
    }

    @Override
    public Effect effect(Entity entity) {
      note();
      return all.effect(entity);
    }

    @Override
    public Effect fieldEffect(Entity entity) {
      note();
      return all.fieldEffect(entity);
    }

    @Override
    public boolean isPending(Entity entity, boolean fields) {
      note();
      return all.isPending(entity, fields);
    }

    @Override
    public Effect knownEffect(Entity entity) {
      note();
      return all.knownEffect(entity);
    }

    @Override
    public List<SinkReach> reaches(Entity entity) {
      note();
      return all.reaches(entity);
    }

    @Override
    public List<Entity> resolve(Entity caller, String name) {
      return all.resolve(caller, name);
    }

    @Override
    public String canonicalName(SourceFile file, String name) {
      return all.canonicalName(file, name);
    }

    @Override
    public boolean isFieldSetElsewhere(Entity entity, Symbol.Field field) {
      return all.isFieldSetElsewhere(entity, field);
    }
  }
}
