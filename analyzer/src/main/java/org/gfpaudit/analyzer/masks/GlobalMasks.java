package org.gfpaudit.analyzer.masks;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.analyzer.model.Traced;
import org.gfpaudit.analyzer.model.Tracing;
import org.gfpaudit.grammar.ast.Declaration;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.rules.finding.Problem;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Origin;

/**
 * The value of names at file scope: {@code GFP_KERNEL} is whatever the tree's headers compose from
 * atomic bits, an object-like macro is a summary of its body, a variable that is only initialised
 * is its initialiser. What is remembered of a definition depends on the definition alone, whoever
 * asks first. Safe for several threads.
 */
public final class GlobalMasks {
  private final Ground ground;
  private final GlobalNames names;
  private final Tracing tracing;
  private final ConcurrentMap<GlobalDefinition, Traced<MaskValue>> known =
      new ConcurrentHashMap<>();

  public GlobalMasks(Model tree) {
    this.ground = Ground.of(tree);
    this.tracing = tree.tracing();
    this.names =
        GlobalNames.of(
            tree.program(),
            tree.visibility(),
            tree.kernel(),
            new NamedNumbers(tree.constants(), ground.numbers()));
  }

  /** What names stand for, where calls inside macro bodies do what {@code callees} says. */
  GlobalNames names(Callees callees) {
    return names(definition -> valueOf(definition, callees));
  }

  private MaskValue valueOf(GlobalDefinition definition, Callees callees) {
    Optional<MaskValue> value = known(definition);
    if (value.isPresent()) {
      return value.get();
    }
    // One after the other: a circle whose members become known meanwhile would not be seen as one.
    synchronized (known) {
      return new GlobalEvaluation(this, callees).valueOf(definition);
    }
  }

  // ---- what an evaluation asks

  /** What names stand for, where definitions are worth what {@code valueOf} says. */
  GlobalNames names(Function<GlobalDefinition, MaskValue> valueOf) {
    return names.with(valueOf);
  }

  Program program() {
    return ground.program();
  }

  Optional<MaskValue> known(GlobalDefinition definition) {
    Traced<MaskValue> value = known.get(definition);
    if (value == null) {
      return Optional.empty();
    }
    tracing.use(value.trace());
    return Optional.of(value.answer());
  }

  /** Remembers a value that holds whoever asks, and whenever. */
  void remember(GlobalDefinition definition, Traced<MaskValue> value) {
    known.put(definition, value);
  }

  /** What notes what values are made from. */
  Tracing tracing() {
    return tracing;
  }

  /** The context of one configuration of a definition. */
  FlowContext context(Callees callees, Entity entity, ControlFlowGraph graph) {
    return context(names(callees), callees, entity, graph);
  }

  /** The same where names stand for what {@code within} says. */
  FlowContext context(GlobalNames within, Callees callees, Entity entity, ControlFlowGraph graph) {
    return new FlowContext(ground, within, callees, entity, graph);
  }

  /** The declarations of a variable, one for each configuration. */
  List<Declaration.Variable> declared(GlobalDefinition variable) {
    return program().declaration(variable.entity()).variants().stream()
        .flatMap(variant -> variant.tree().variables().stream())
        .filter(each -> each.name().equals(variable.name()))
        .toList();
  }

  /** Whether {@code literal} is a zero in any base, with any suffix. */
  static boolean isZero(Expr.Literal literal) {
    return literal.kind() == Expr.Literal.Kind.NUMBER && isZero(literal.text());
  }

  private static boolean isZero(String number) {
    if (!number.startsWith("0")) {
      return number.equals("NULL");
    }
    int at = number.startsWith("x", 1) || number.startsWith("X", 1) ? 2 : 1;
    while (at < number.length() && number.charAt(at) == '0') {
      at++;
    }
    while (at < number.length() && "uUlL".indexOf(number.charAt(at)) >= 0) {
      at++;
    }
    return at == number.length();
  }

  /** What of the headers that define masks was not understood. */
  List<Problem> problems(Model tree, Callees callees) {
    return new MaskHeaders(tree, names(callees)).problems();
  }

  /** Makes every mask that the tree composes a name that masks can be shown by. */
  public void nameComposedMasks(Callees callees) {
    GlobalNames here = names(callees);
    for (String name : ground.model().fallback().names().keySet()) {
      if (name.startsWith("GFP_") && !name.endsWith("MASK")) {
        for (Entity entity : program().index().definitions(name)) {
          // Only the headers that define masks: a private name would be no help elsewhere.
          if (program().path(entity).startsWith("include/linux/gfp")) {
            MaskValue value = here.value(name, program().index().fileOf(entity), Origin.NOWHERE);
            if (value.isExact() && value.alternatives().size() == 1) {
              ground.model().names().compose(name, value.bits());
            }
          }
        }
      }
    }
  }
}
