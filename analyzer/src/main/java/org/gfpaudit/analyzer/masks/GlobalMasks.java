package org.gfpaudit.analyzer.masks;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.model.KernelModel;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.analyzer.model.TypeOracle;
import org.gfpaudit.analyzer.model.Visibility;
import org.gfpaudit.grammar.ast.Declaration;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.MacroDefinition;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.Name;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.parse.Parsed;
import org.gfpaudit.grammar.source.Span;
import org.gfpaudit.rules.knowledge.Idiom;
import org.gfpaudit.rules.mask.Bits;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Origin;

/**
 * The value of names at file scope: {@code GFP_KERNEL} is whatever the tree's headers compose from
 * atomic bits, an object-like macro is a summary of its body, a variable that is only initialised
 * is its initialiser.
 */
public final class GlobalMasks {
  private final Program program;
  private final Visibility visibility;
  private final KernelModel model;
  private final TypeOracle types;
  private final AccessorFinder accessors;
  private final Map<Entity, MaskValue> macros = new HashMap<>();
  private final Set<Entity> underEvaluation = new HashSet<>();
  private final Map<Entity, Boolean> assigned = new HashMap<>();
  private Callees callees;

  public GlobalMasks(Program program, Visibility visibility, KernelModel model, TypeOracle types) {
    this.program = program;
    this.visibility = visibility;
    this.model = model;
    this.types = types;
    this.accessors = new AccessorFinder(program, model);
  }

  /** Sets where calls inside macro bodies are looked up; once, before the first value is asked. */
  public void connect(Callees newCallees) {
    callees = newCallees;
  }

  /** Reports whether {@code literal} is a zero in any base, with any suffix. */
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

  /** The mask or flags that {@code name} means in {@code file}; it enters at {@code origin}. */
  MaskValue value(String name, SourceFile file, Origin origin) {
    if (isAtomic(name, file)) {
      return MaskValue.constant(model.names().bit(name), origin);
    }
    List<Entity> definitions = visibility.objectMacros(file, name);
    if (!definitions.isEmpty()) {
      MaskValue value = MaskValue.bottom();
      for (Entity entity : definitions) {
        value = value.join(macro(entity));
      }
      // The constant enters where its name is written, not in the header that spells it.
      return value.mapOrigins(inHeader -> origin);
    }
    Optional<Bits> composed = model.fallback().bits(name, model.names());
    if (composed.isPresent()) {
      return MaskValue.constant(composed.get(), origin);
    }
    return variable(name, file, origin);
  }

  /** Whether a name is one bit: of a mask by its prefix, of FGP flags if it names no other. */
  private boolean isAtomic(String name, SourceFile file) {
    if (model.knowledge().hasPrefix(Idiom.Kind.MASK_BIT, name)) {
      return true;
    }
    if (!model.knowledge().hasPrefix(Idiom.Kind.FLAG, name)) {
      return false;
    }
    for (Entity entity : visibility.objectMacros(file, name)) {
      for (Name used : program.index().calls(entity)) {
        if (model.knowledge().hasPrefix(Idiom.Kind.FLAG, program.index().text(used))) {
          return false;
        }
      }
    }
    return true;
  }

  private MaskValue macro(Entity entity) {
    MaskValue known = macros.get(entity);
    if (known != null) {
      return known;
    }
    Origin origin = new Origin(program.place(entity, program.index().nameOffset(entity)), "");
    if (!underEvaluation.add(entity)) {
      return MaskValue.unknown("a macro that names itself", origin);
    }
    MaskValue value = MaskValue.bottom();
    List<Parsed.Variant<MacroDefinition>> variants = program.macro(entity).variants();
    for (int i = 0; i < variants.size(); i++) {
      MacroDefinition macro = variants.get(i).tree();
      if (macro.body() instanceof MacroDefinition.Body.Expression body) {
        ControlFlowGraph graph = program.graphs(entity).get(i);
        value = value.join(evaluate(entity, graph, body.expression()));
      } else if (macro.body() instanceof MacroDefinition.Body.Empty) {
        value = value.join(MaskValue.zero());
      } else {
        value = value.join(MaskValue.unknown("a macro that is no expression", origin));
      }
    }
    underEvaluation.remove(entity);
    macros.put(entity, value);
    return value;
  }

  private MaskValue evaluate(Entity entity, ControlFlowGraph graph, Expr expression) {
    FlowContext context =
        new FlowContext(program, model, types, this, accessors, callees, entity, graph);
    return new MaskEvaluator(context, FlowState.EMPTY).evaluate(expression);
  }

  private MaskValue variable(String name, SourceFile file, Origin origin) {
    List<Entity> definitions = visibility.variables(file, name);
    if (definitions.isEmpty()) {
      return MaskValue.unknown("the tree does not define " + name, origin);
    }
    MaskValue value = MaskValue.bottom();
    for (Entity entity : definitions) {
      value = value.join(initialValue(entity, name, origin));
      if (isAssigned(entity, name)) {
        value =
            value.join(
                MaskValue.unknown("the variable " + name + " is set while the code runs", origin));
      } else if (!program.index().isStatic(entity) && !isConstant(entity)) {
        value =
            value.join(MaskValue.unknown("any file may set the global variable " + name, origin));
      }
    }
    return value;
  }

  private boolean isConstant(Entity entity) {
    Span extent = program.index().extent(entity);
    Span head = new Span(extent.start(), program.index().nameOffset(entity));
    return program.textOf(entity).text(head).matches("(?s).*\\bconst\\b.*");
  }

  private MaskValue initialValue(Entity entity, String name, Origin origin) {
    MaskValue value = MaskValue.bottom();
    for (Declaration.Variable variable : declared(entity, name)) {
      if (variable.initializer().isEmpty()) {
        value = value.join(MaskValue.zero());
      } else {
        ControlFlowGraph none = emptyGraph();
        value = value.join(evaluate(entity, none, variable.initializer().get()));
      }
    }
    return value.isBottom() ? MaskValue.unknown("the variable " + name, origin) : value;
  }

  /** The join of the elements of a file-scope array. */
  MaskValue elements(String name, SourceFile file, Origin origin) {
    MaskValue value = MaskValue.bottom();
    for (Entity entity : visibility.variables(file, name)) {
      for (Declaration.Variable variable : declared(entity, name)) {
        if (variable.initializer().orElse(null) instanceof Expr.InitList list) {
          for (Expr.InitList.Entry entry : list.entries()) {
            value = value.join(evaluate(entity, emptyGraph(), entry.value()));
          }
        }
      }
      if (isAssigned(entity, name)) {
        value = value.join(MaskValue.unknown("elements of " + name + " are set", origin));
      }
    }
    return value.isBottom() ? MaskValue.unknown("an element of " + name, origin) : value;
  }

  private List<Declaration.Variable> declared(Entity entity, String name) {
    return program.declaration(entity).variants().stream()
        .flatMap(variant -> variant.tree().variables().stream())
        .filter(variable -> variable.name().equals(name))
        .toList();
  }

  /**
   * Whether the file of a variable sets it after its initialisation, by a plain look at the text.
   * Other files are not looked at: a mask that several files set is rare, and its header says so.
   */
  private boolean isAssigned(Entity entity, String name) {
    return assigned.computeIfAbsent(entity, e -> findAssignment(e, name));
  }

  private boolean findAssignment(Entity entity, String name) {
    Pattern assignment =
        Pattern.compile("(?m)^\\s+" + Pattern.quote(name) + "(\\[[^\\]]*\\])?\\s*[|&^]?=[^=]");
    return program.isFound(program.index().fileOf(entity), assignment);
  }

  private static ControlFlowGraph emptyGraph() {
    return new ControlFlowGraph(List.of(), List.of(), Map.of(), Map.of());
  }

  /** Makes every mask that the tree composes a name that masks can be shown by. */
  public void nameComposedMasks() {
    for (String name : model.fallback().names().keySet()) {
      if (name.startsWith("GFP_") && !name.endsWith("MASK")) {
        for (Entity entity : program.index().definitions(name)) {
          // Only the headers that define masks: a private name would be no help elsewhere.
          if (program.path(entity).startsWith("include/linux/gfp")) {
            MaskValue value = value(name, program.index().fileOf(entity), Origin.NOWHERE);
            if (value.isExact() && value.alternatives().size() == 1) {
              model.names().compose(name, value.bits());
            }
          }
        }
      }
    }
  }
}
