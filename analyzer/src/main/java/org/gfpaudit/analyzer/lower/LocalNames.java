package org.gfpaudit.analyzer.lower;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.grammar.ast.Declaration;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.TypeName;
import org.gfpaudit.grammar.source.Span;

/** The scopes of one function while it is lowered: which variable a name means. */
final class LocalNames {
  private final Map<Integer, LocalVariable> names = new HashMap<>();
  private final Deque<Map<String, LocalVariable>> scopes = new ArrayDeque<>();
  private final List<LocalVariable> parameters = new ArrayList<>();

  LocalNames() {
    enter();
  }

  /** Opens a scope inside the current one. */
  void enter() {
    scopes.push(new HashMap<>());
  }

  /** Closes the innermost scope. */
  void leave() {
    scopes.pop();
  }

  /** A parameter that is written as an array is a pointer. */
  void parameter(String name, Span span, TypeName written) {
    TypeName type =
        written.array() && !written.function()
            ? new TypeName(
                written.span(),
                written.name(),
                written.pointerDepth() + 1,
                /* array= */ false,
                /* function= */ false,
                written.typeofOperand())
            : written;
    LocalVariable variable =
        new LocalVariable(name, span.start(), parameters.size(), type, /* isStatic= */ false);
    parameters.add(variable);
    if (!name.isEmpty()) {
      scopes.peek().put(name, variable);
    }
  }

  /** Declares a variable in the innermost scope. */
  LocalVariable declare(Declaration.Variable declared, boolean isStatic) {
    LocalVariable variable =
        new LocalVariable(
            declared.name(), declared.nameSpan().start(), -1, declared.type(), isStatic);
    scopes.peek().put(declared.name(), variable);
    names.put(declared.nameSpan().start(), variable);
    return variable;
  }

  /** Records which variable a name means here, if it is local. */
  void bind(Expr.Name name) {
    lookUp(name.text()).ifPresent(variable -> names.put(name.span().start(), variable));
  }

  /** The variable that a name was bound to. */
  Optional<LocalVariable> at(Expr.Name name) {
    return Optional.ofNullable(names.get(name.span().start()));
  }

  /** The variable that something is, or is a field or an element of. */
  Optional<LocalVariable> ofPart(Expr part) {
    if (part instanceof Expr.Member member && !member.arrow()) {
      return ofPart(member.base());
    }
    if (part instanceof Expr.Index element) {
      return ofPart(element.array());
    }
    return part instanceof Expr.Name name ? at(name) : Optional.empty();
  }

  private Optional<LocalVariable> lookUp(String name) {
    for (Map<String, LocalVariable> scope : scopes) {
      LocalVariable variable = scope.get(name);
      if (variable != null) {
        return Optional.of(variable);
      }
    }
    return Optional.empty();
  }

  List<LocalVariable> parameters() {
    return List.copyOf(parameters);
  }

  /** The variables by the byte offset of the tokens that name them. */
  Map<Integer, LocalVariable> byOffset() {
    return Map.copyOf(names);
  }
}
