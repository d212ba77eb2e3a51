package org.gfpaudit.analyzer.masks;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.analyzer.model.KernelModel;
import org.gfpaudit.analyzer.model.Memo;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.analyzer.model.Visibility;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.MacroDefinition;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.Name;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.source.Span;
import org.gfpaudit.rules.knowledge.Idiom;
import org.gfpaudit.rules.mask.Bits;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Origin;

/**
 * What names at file scope stand for, where it is known what their definitions are worth. Safe for
 * several threads, if that is.
 */
final class GlobalNames {
  private static final Pattern DECLARED_BY_MACRO =
      Pattern.compile("\\)\\s*=\\s*([A-Za-z_][\\w\\s|]*\\w)\\s*;");
  private static final Pattern BAR = Pattern.compile("\\|");

  private final Program program;
  private final Visibility visibility;
  private final KernelModel model;
  private final NamedNumbers numbers;
  private final WritePattern writes;
  private final Memo<GlobalDefinition, Boolean> assigned;
  private final Function<GlobalDefinition, MaskValue> valueOf;

  private GlobalNames(
      Program program,
      Visibility visibility,
      KernelModel model,
      NamedNumbers numbers,
      Memo<GlobalDefinition, Boolean> assigned,
      Function<GlobalDefinition, MaskValue> valueOf) {
    this.program = program;
    this.visibility = visibility;
    this.model = model;
    this.numbers = numbers;
    this.writes = new WritePattern(model.knowledge());
    this.assigned = assigned;
    this.valueOf = valueOf;
  }

  /** The names of a tree, of whose definitions nothing is known. */
  static GlobalNames of(
      Program program, Visibility visibility, KernelModel model, NamedNumbers numbers) {
    return new GlobalNames(
        program,
        visibility,
        model,
        numbers,
        new Memo<>(program.tracing()),
        definition -> MaskValue.bottom());
  }

  /** The same names, where their definitions are worth what {@code otherValueOf} says. */
  GlobalNames with(Function<GlobalDefinition, MaskValue> otherValueOf) {
    return new GlobalNames(program, visibility, model, numbers, assigned, otherValueOf);
  }

  /** The mask or flags that {@code name} means in {@code file}; it enters at {@code origin}. */
  MaskValue value(String name, SourceFile file, Origin origin) {
    if (isAtomic(name, file)) {
      return MaskValue.constant(model.names().bit(name), origin);
    }
    List<Entity> macros = visibility.objectMacros(file, name);
    if (model.knowledge().hasPrefix(Idiom.Kind.MASK, name)
        && !macros.isEmpty()
        && macros.stream().allMatch(this::isNumber)) {
      return MaskValue.constant(model.names().bit("_" + name), origin);
    }
    if (!macros.isEmpty()) {
      MaskValue value = MaskValue.bottom();
      for (Entity entity : macros) {
        value = value.join(valueOf.apply(GlobalDefinition.macro(entity)));
        value = value.join(byNumber(entity, name, origin));
      }
      // The constant enters where its name is written, not in the header that spells it.
      return value.mapOrigins(inHeader -> origin);
    }
    Optional<Bits> composed = model.fallback().bits(name, model.names());
    return composed.isPresent()
        ? MaskValue.constant(composed.get(), origin)
        : variable(name, file, origin);
  }

  /** The object-like macros that {@code name} can be in {@code file}. */
  List<Entity> macros(String name, SourceFile file) {
    return isAtomic(name, file) ? List.of() : visibility.objectMacros(file, name);
  }

  /** Whether nothing at file scope bears the name. */
  boolean isUndefined(String name, SourceFile file) {
    return !isAtomic(name, file)
        && visibility.objectMacros(file, name).isEmpty()
        && model.fallback().bits(name, model.names()).isEmpty()
        && visibility.variables(file, name).isEmpty();
  }

  private MaskValue undefined(String name, SourceFile file, Origin origin) {
    MaskValue number = numbers.named(file, name, origin);
    return number.isBottom()
        ? MaskValue.unknown("the tree does not define " + name, origin)
        : number;
  }

  /** What a macro is in configurations that define it by a bare number, which no index has. */
  private MaskValue byNumber(Entity macro, String name, Origin origin) {
    SourceFile file = program.index().fileOf(macro);
    if (program.index().condition(macro).isTrue()) {
      return MaskValue.bottom();
    }
    return numbers.bare(file, name, origin);
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

  /** Whether a macro is defined as a number that is not zero, in every configuration. */
  private boolean isNumber(Entity macro) {
    return program.macro(macro).variants().stream()
        .allMatch(
            variant ->
                variant.tree().body() instanceof MacroDefinition.Body.Expression body
                    && Places.plain(body.expression()) instanceof Expr.Literal literal
                    && literal.kind() == Expr.Literal.Kind.NUMBER
                    && !GlobalMasks.isZero(literal));
  }

  private MaskValue variable(String name, SourceFile file, Origin origin) {
    List<Entity> definitions = visibility.variables(file, name);
    if (definitions.isEmpty()) {
      return undefined(name, file, origin);
    }
    MaskValue value = MaskValue.bottom();
    for (Entity entity : definitions) {
      MaskValue initial = valueOf.apply(GlobalDefinition.initialValue(entity, name));
      value =
          value.join(
              initial.isBottom()
                  ? MaskValue.unknown("the variable " + name, origin)
                      .join(asWritten(entity, origin))
                  : initial);
      if (isAssigned(entity, name)) {
        value =
            value
                .join(valueOf.apply(GlobalDefinition.assigned(entity, name)))
                .join(
                    MaskValue.unknown(
                        "the variable " + name + " is set while the code runs", origin));
      } else if (!program.index().isStatic(entity) && !isConstant(entity)) {
        value =
            value.join(MaskValue.unknown("any file may set the global variable " + name, origin));
      }
    }
    return value;
  }

  /** What a variable that a macro declares is set to there, if that is made of names and bars. */
  private MaskValue asWritten(Entity entity, Origin origin) {
    String text = program.textOf(entity).text(program.index().extent(entity));
    Matcher value = DECLARED_BY_MACRO.matcher(text);
    MaskValue sum = value.find() ? MaskValue.zero() : MaskValue.bottom();
    if (!sum.isBottom()) {
      SourceFile file = program.index().fileOf(entity);
      for (String name : BAR.splitAsStream(value.group(1)).toList()) {
        sum = sum.or(value(name.strip(), file, origin));
      }
    }
    return sum;
  }

  private boolean isConstant(Entity entity) {
    Span extent = program.index().extent(entity);
    Span head = new Span(extent.start(), program.index().nameOffset(entity));
    return program.textOf(entity).text(head).matches("(?s).*\\bconst\\b.*");
  }

  /** The join of the elements of a file-scope array. */
  MaskValue elements(String name, SourceFile file, Origin origin) {
    MaskValue value = MaskValue.bottom();
    for (Entity entity : visibility.variables(file, name)) {
      value = value.join(valueOf.apply(GlobalDefinition.elements(entity, name)));
      if (isAssigned(entity, name)) {
        value = value.join(MaskValue.unknown("elements of " + name + " are set", origin));
      }
    }
    return value.isBottom() ? MaskValue.unknown("an element of " + name, origin) : value;
  }

  /**
   * Whether the file of a variable sets it after its initialisation, or hands out its address, by a
   * plain look at the text. Other files are not looked at: a mask that several files set is rare,
   * and its header says so.
   */
  private boolean isAssigned(Entity entity, String name) {
    return assigned.get(
        GlobalDefinition.initialValue(entity, name),
        variable -> program.isFound(program.index().fileOf(entity), writes.of(name)));
  }
}
