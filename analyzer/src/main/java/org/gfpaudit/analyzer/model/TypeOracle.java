package org.gfpaudit.analyzer.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.grammar.ast.Declaration;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.FunctionDefinition;
import org.gfpaudit.grammar.ast.StructDefinition;
import org.gfpaudit.grammar.ast.TypeName;
import org.gfpaudit.grammar.ast.UnaryOperator;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.parse.Parsed;
import org.gfpaudit.rules.mask.FieldOwner;

/**
 * Types of expressions, as far as declarations, struct bodies and function headers tell them. An
 * answer is a help and no proof: where several definitions are visible the first is taken. Safe for
 * several threads.
 */
public final class TypeOracle {
  private static final int MAX_DEPTH = 64;

  private final Program program;
  private final Visibility visibility;
  private final Memo<FieldOf, Optional<TypeName>> fields;
  private final Memo<FieldOf, List<String>> overlays;
  private final Memo<List<Entity>, Optional<TypeName>> returns;

  /**
   * A field of a struct.
   *
   * @param definitions of the struct, or of the one it stands in
   */
  private record FieldOf(List<Entity> definitions, String struct, String field) {}

  public TypeOracle(Program program, Visibility visibility) {
    this.program = program;
    this.visibility = visibility;
    this.fields = new Memo<>(program.tracing(), "field types");
    this.overlays = new Memo<>(program.tracing(), "overlays");
    this.returns = new Memo<>(program.tracing(), "return types");
  }

  /** The type of an expression of a function in {@code file}. */
  public Optional<TypeName> typeOf(Expr expression, ControlFlowGraph graph, SourceFile file) {
    return type(expression, graph, file, 0);
  }

  /** What the field belongs to that a member expression of a function in {@code file} names. */
  public FieldOwner ownerOf(Expr.Member member, ControlFlowGraph graph, SourceFile file) {
    return ownerOf(type(member.base(), graph, file, 0), file);
  }

  /** What the fields of a type belong to, where code in {@code file} handles it. */
  public FieldOwner ownerOf(Optional<TypeName> type, SourceFile file) {
    Optional<String> struct = type.flatMap(t -> structName(t, file));
    return struct.isPresent()
        ? new FieldOwner.Struct(struct.get())
        : new FieldOwner.UnknownIn(program.index().path(file));
  }

  /** The struct or union a type names, through typedefs; pointers are looked through. */
  public Optional<String> structName(TypeName type, SourceFile file) {
    TypeName resolved = throughTypedefs(type, file);
    String name = resolved.name();
    return name.startsWith("struct ") || name.startsWith("union ")
        ? Optional.of(name)
        : Optional.empty();
  }

  private Optional<TypeName> type(
      Expr expression, ControlFlowGraph graph, SourceFile file, int depth) {
    if (depth > MAX_DEPTH) {
      return Optional.empty();
    }
    if (expression instanceof Expr.Name name) {
      return nameType(name, graph, file, depth);
    }
    if (expression instanceof Expr.Member member) {
      return type(member.base(), graph, file, depth + 1)
          .flatMap(base -> structName(base, file))
          .flatMap(struct -> fieldType(struct, member.field(), file));
    }
    if (expression instanceof Expr.Cast cast) {
      return Optional.of(cast.type());
    }
    if (expression instanceof Expr.CompoundLiteral literal) {
      return Optional.of(literal.type());
    }
    if (expression instanceof Expr.Index index) {
      return type(index.array(), graph, file, depth + 1).map(TypeOracle::element);
    }
    if (expression instanceof Expr.Unary unary) {
      Optional<TypeName> operand = type(unary.operand(), graph, file, depth + 1);
      if (unary.operator() == UnaryOperator.DEREFERENCE) {
        return operand.map(TypeOracle::element);
      }
      return unary.operator() == UnaryOperator.ADDRESS ? operand.map(TypeOracle::pointer) : operand;
    }
    if (expression instanceof Expr.Call call) {
      return call.calledName().flatMap(callee -> returnType(callee.text(), file));
    }
    if (expression instanceof Expr.Conditional conditional) {
      return type(conditional.whenFalse(), graph, file, depth + 1);
    }
    if (expression instanceof Expr.Assign assign) {
      return type(assign.target(), graph, file, depth + 1);
    }
    return Optional.empty();
  }

  private Optional<TypeName> nameType(
      Expr.Name name, ControlFlowGraph graph, SourceFile file, int depth) {
    Optional<LocalVariable> local = graph.variable(name);
    if (local.isPresent()) {
      TypeName type = local.get().type();
      if (type.name().equals("typeof") && type.typeofOperand().isPresent()) {
        return type(type.typeofOperand().get(), graph, file, depth + 1)
            .map(operand -> withPointers(operand, type.pointerDepth()));
      }
      return type.name().equals("typeof") || type.name().equals("__auto_type")
          ? Optional.empty()
          : Optional.of(type);
    }
    for (Entity entity : visibility.variables(file, name.text())) {
      for (Parsed.Variant<Declaration> variant : program.declaration(entity).variants()) {
        for (Declaration.Variable variable : variant.tree().variables()) {
          if (variable.name().equals(name.text())) {
            return Optional.of(variable.type());
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The type of a field of {@code struct} ({@code "struct inode"}) as {@code file} sees it. */
  public Optional<TypeName> fieldType(String struct, String field, SourceFile file) {
    // What is nested without a name is defined where the struct around it is.
    int way = struct.indexOf('.');
    List<Entity> definitions = visibility.types(file, way < 0 ? struct : struct.substring(0, way));
    FieldOf key = new FieldOf(definitions, struct, field);
    return fields.get(
        key,
        asked ->
            definitions.stream()
                .flatMap(each -> fieldOf(each, struct, field).stream())
                .findFirst());
  }

  /** The fields of {@code struct} in order, as {@code file} sees them; empty where unknown. */
  public List<String> fieldNames(String struct, SourceFile file) {
    for (Entity entity : visibility.types(file, struct)) {
      for (Parsed.Variant<Declaration> variant : program.declaration(entity).variants()) {
        Optional<StructDefinition> definition = variant.tree().struct();
        if (definition.filter(d -> d.name().equals(struct)).isPresent()) {
          return definition.get().fields().stream().map(StructDefinition.Field::name).toList();
        }
      }
    }
    return List.of();
  }

  /**
   * The fields of {@code struct}, as {@code file} sees it, that begin where {@code field} does:
   * other members of a union. Empty where there are none, or where the struct is not known.
   */
  public List<String> overlaid(String struct, String field, SourceFile file) {
    int way = struct.indexOf('.');
    List<Entity> definitions = visibility.types(file, way < 0 ? struct : struct.substring(0, way));
    return overlays.get(
        new FieldOf(definitions, struct, field), key -> findOverlaid(definitions, struct, field));
  }

  private List<String> findOverlaid(List<Entity> definitions, String struct, String field) {
    Set<String> found = new LinkedHashSet<>();
    for (Entity entity : definitions) {
      for (Parsed.Variant<Declaration> variant : program.declaration(entity).variants()) {
        variant.tree().struct().ifPresent(definition -> overlaid(definition, struct, field, found));
      }
    }
    found.remove(field);
    return List.copyOf(found);
  }

  private static void overlaid(
      StructDefinition definition, String struct, String field, Set<String> found) {
    if (definition.name().equals(struct)) {
      definition.overlays().stream()
          .filter(overlay -> overlay.contains(field))
          .forEach(found::addAll);
    }
    definition.nested().forEach(nested -> overlaid(nested, struct, field, found));
  }

  private Optional<TypeName> fieldOf(Entity entity, String struct, String field) {
    for (Parsed.Variant<Declaration> variant : program.declaration(entity).variants()) {
      Optional<StructDefinition> definition = variant.tree().struct();
      Optional<TypeName> type = definition.flatMap(d -> fieldOf(d, struct, field));
      if (type.isPresent()) {
        return type;
      }
    }
    return Optional.empty();
  }

  private Optional<TypeName> fieldOf(StructDefinition definition, String struct, String field) {
    if (definition.name().equals(struct)) {
      for (StructDefinition.Field member : definition.fields()) {
        if (member.name().equals(field)) {
          return Optional.of(member.type());
        }
      }
    }
    for (StructDefinition nested : definition.nested()) {
      Optional<TypeName> type = fieldOf(nested, struct, field);
      if (type.isPresent()) {
        return type;
      }
    }
    return Optional.empty();
  }

  private Optional<TypeName> returnType(String callee, SourceFile file) {
    List<Entity> definitions = visibility.callees(file, callee);
    return returns.get(definitions, this::returnType);
  }

  private Optional<TypeName> returnType(List<Entity> definitions) {
    for (Entity entity : definitions) {
      if (program.index().kind(entity) == EntityKind.FUNCTION) {
        FunctionDefinition function = program.function(entity).variants().get(0).tree();
        return Optional.of(function.returnType());
      }
    }
    return Optional.empty();
  }

  private TypeName throughTypedefs(TypeName type, SourceFile file) {
    TypeName current = type;
    for (int i = 0; i < 8 && !current.name().contains(" "); i++) {
      Optional<TypeName> target = typedefTarget(current.name(), file);
      if (target.isEmpty() || target.get().name().equals(current.name())) {
        return current;
      }
      current = withPointers(target.get(), current.pointerDepth());
    }
    return current;
  }

  private Optional<TypeName> typedefTarget(String name, SourceFile file) {
    for (Entity entity : visibility.types(file, name)) {
      if (program.index().kind(entity) == EntityKind.TYPEDEF) {
        for (Parsed.Variant<Declaration> variant : program.declaration(entity).variants()) {
          for (Declaration.Variable variable : variant.tree().variables()) {
            if (variable.name().equals(name)) {
              return Optional.of(variable.type());
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The type of an array's element, or what a pointer points to. */
  public static TypeName element(TypeName type) {
    return type.array()
        ? new TypeName(
            type.span(), type.name(), type.pointerDepth(), false, false, type.typeofOperand())
        : withPointers(type, type.pointerDepth() > 0 ? -1 : 0);
  }

  private static TypeName pointer(TypeName type) {
    return withPointers(type, 1);
  }

  private static TypeName withPointers(TypeName type, int more) {
    return more == 0
        ? type
        : new TypeName(
            type.span(),
            type.name(),
            Math.max(0, type.pointerDepth() + more),
            type.array(),
            type.function(),
            type.typeofOperand());
  }
}
