package org.gfpaudit.analyzer.masks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.model.TypeOracle;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.TypeName;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.source.Span;
import org.gfpaudit.rules.mask.FieldOwner;

/**
 * Walks a list of initialisers and tells which field of which struct each value goes to, be it
 * named or known by its place in the list.
 */
final class FieldInitializers {
  /** Why a field is not known that a macro sets. */
  static final String BY_MACRO = "a field that a macro initialises";

  /**
   * A field that is set.
   *
   * @param owner the struct it is a field of
   * @param steps the names that lead to it from what the list initialises, its own last
   * @param isElement whether it is a field of an element of an array
   * @param isPart whether the field is an array, of which one element is set
   * @param at where its name stands; the value, where it is not named
   */
  record Target(FieldOwner owner, List<String> steps, boolean isElement, boolean isPart, Span at) {
    String field() {
      return steps.get(steps.size() - 1);
    }
  }

  /** Told about each field that is set to a value of its own. */
  interface Sink {
    void onField(Target target, Expr value);

    /** Told about a value whose field is not known. */
    default void onUnplaced(Expr value) {}

    /** Told about a struct of a table that a macro sets: its fields, and the macro. */
    default void onMacro(List<Target> fields, Expr macro) {}
  }

  /**
   * What a list initialises: a type, where it is known, and the way to it.
   *
   * @param field the field that it is, or an element of
   */
  private record Aggregate(
      Optional<TypeName> type, List<String> steps, boolean isElement, Optional<Whole> field) {
    boolean isArray() {
      return type.filter(TypeName::array).isPresent();
    }

    Aggregate element() {
      return new Aggregate(type.map(TypeOracle::element), steps, true, field);
    }
  }

  /**
   * A field as a whole.
   *
   * @param isElement whether it is a field of an element of an array
   */
  private record Whole(FieldOwner owner, boolean isElement) {}

  private final TypeOracle types;
  private final SourceFile file;

  FieldInitializers(TypeOracle types, SourceFile file) {
    this.types = types;
    this.file = file;
  }

  /** Visits {@code list}, which initialises a {@code type} or an array of it. */
  void visit(TypeName type, Expr.InitList list, Sink sink) {
    visit(new Aggregate(Optional.of(type), List.of(), false, Optional.empty()), list, sink);
  }

  /**
   * The fields that are not known where a struct of that type is set to {@code value}, a macro;
   * none where the value is something else.
   */
  List<Target> setByMacro(TypeName type, Expr value, FlowContext context) {
    Expr plain = Places.plain(value);
    Expr named = plain instanceof Expr.Call call ? call.callee() : plain;
    boolean isMacro =
        named instanceof Expr.Name name
            && context.graph().variable(name).isEmpty()
            && context.program().index().definitions(name.text()).stream()
                .map(context.program().index()::kind)
                .anyMatch(
                    kind -> kind == EntityKind.OBJECT_MACRO || kind == EntityKind.FUNCTION_MACRO);
    FieldOwner owner = types.ownerOf(Optional.of(type), file);
    if (!isMacro || type.pointerDepth() > 0 || owner.struct().isEmpty()) {
      return List.of();
    }
    return types.fieldNames(owner.struct().get(), file).stream()
        .map(name -> new Target(owner, List.of(name), false, false, value.span()))
        .toList();
  }

  private void visit(Aggregate whole, Expr.InitList list, Sink sink) {
    boolean isByPlace = list.entries().stream().anyMatch(entry -> entry.designators().isEmpty());
    List<String> names = isByPlace && !whole.isArray() ? fieldNames(whole) : List.of();
    int place = 0;
    for (Expr.InitList.Entry entry : list.entries()) {
      List<Expr.InitList.Designator> designators = entry.designators();
      if (whole.isArray()) {
        List<Expr.InitList.Designator> further =
            designators.isEmpty() ? designators : designators.subList(1, designators.size());
        set(whole.element(), further, entry.value(), sink);
      } else if (!designators.isEmpty()) {
        set(whole, designators, entry.value(), sink);
        if (designators.get(0) instanceof Expr.InitList.Designator.Field field) {
          place = names.indexOf(field.name()) + 1;
        }
      } else if (place < names.size()) {
        field(whole, names.get(place++), entry.value().span(), List.of(), entry.value(), sink);
      } else if (entry.value() instanceof Expr.InitList inner) {
        visit(whole, inner, sink);
      } else {
        sink.onUnplaced(entry.value());
      }
    }
  }

  private boolean isStruct(Aggregate whole) {
    return whole
        .type()
        .filter(type -> type.pointerDepth() == 0 && !type.array())
        .flatMap(type -> types.structName(type, file))
        .isPresent();
  }

  private List<Target> fields(Aggregate whole, Expr value) {
    FieldOwner owner = types.ownerOf(whole.type(), file);
    List<Target> fields = new ArrayList<>();
    for (String name : fieldNames(whole)) {
      List<String> steps = new ArrayList<>(whole.steps());
      steps.add(name);
      fields.add(new Target(owner, List.copyOf(steps), whole.isElement(), false, value.span()));
    }
    return fields;
  }

  private List<String> fieldNames(Aggregate whole) {
    return types
        .ownerOf(whole.type(), file)
        .struct()
        .map(struct -> types.fieldNames(struct, file))
        .orElse(List.of());
  }

  private void set(
      Aggregate whole, List<Expr.InitList.Designator> designators, Expr value, Sink sink) {
    if (designators.isEmpty()) {
      if (value instanceof Expr.InitList inner) {
        visit(whole, inner, sink);
      } else if (isStruct(whole)) {
        sink.onMacro(fields(whole, value), value);
      } else if (whole.field().isPresent()) {
        Whole field = whole.field().get();
        sink.onField(
            new Target(field.owner(), whole.steps(), field.isElement(), true, value.span()), value);
      }
      return;
    }
    List<Expr.InitList.Designator> further = designators.subList(1, designators.size());
    if (designators.get(0) instanceof Expr.InitList.Designator.Field field) {
      field(whole, field.name(), field.span(), further, value, sink);
    } else {
      set(whole.element(), further, value, sink);
    }
  }

  private void field(
      Aggregate whole,
      String name,
      Span at,
      List<Expr.InitList.Designator> further,
      Expr value,
      Sink sink) {
    FieldOwner owner = types.ownerOf(whole.type(), file);
    List<String> steps = new ArrayList<>(whole.steps());
    steps.add(name);
    if (further.isEmpty() && !(value instanceof Expr.InitList)) {
      sink.onField(new Target(owner, List.copyOf(steps), whole.isElement(), false, at), value);
      return;
    }
    Optional<TypeName> type = owner.struct().flatMap(struct -> types.fieldType(struct, name, file));
    Whole field = new Whole(owner, whole.isElement());
    set(
        new Aggregate(type, List.copyOf(steps), whole.isElement(), Optional.of(field)),
        further,
        value,
        sink);
  }
}
