package org.gfpaudit.analyzer.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.grammar.ast.Declaration;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.TypeName;
import org.gfpaudit.grammar.ast.UnaryOperator;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.Name;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.parse.Parsed;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;
import org.gfpaudit.rules.mask.FieldOwner;
import org.gfpaudit.rules.mask.Symbol;

/** Reads the {@link Body} of one definition. */
final class BodyReader {
  private final Program program;
  private final TypeOracle types;
  private final SourceFile file;
  private final SortedSet<String> called = new TreeSet<>();
  private final Set<String> calledVariables = new HashSet<>();
  private final Set<Body.Call> calls = new LinkedHashSet<>();
  private final Set<Body.Store> stores = new LinkedHashSet<>();
  private final Set<Body.Bind> binds = new LinkedHashSet<>();
  private final Set<Body.Value> lost = new LinkedHashSet<>();
  private final Set<Body.GlobalBind> globals = new LinkedHashSet<>();
  private final List<LocalVariable> parameters = new ArrayList<>();

  private BodyReader(Program program, TypeOracle types, SourceFile file) {
    this.program = program;
    this.types = types;
    this.file = file;
  }

  /** The body of {@code entity}; empty for a type. */
  static Body read(Program program, TypeOracle types, Entity entity) {
    SourceIndex index = program.index();
    BodyReader reader = new BodyReader(program, types, index.fileOf(entity));
    switch (index.kind(entity)) {
      case FUNCTION -> program.graphs(entity).forEach(graph -> reader.graph(graph, true));
      case FUNCTION_MACRO ->
          program
              .graphs(entity)
              .forEach(
                  graph -> {
                    reader.graph(graph, false);
                    reader.namedBy(graph);
                  });
      case OBJECT_MACRO -> program.graphs(entity).forEach(graph -> reader.graph(graph, false));
      case VARIABLE -> {
        for (Parsed.Variant<Declaration> variant : program.declaration(entity).variants()) {
          reader.declaration(variant.tree());
        }
      }
      case INVOCATION -> reader.invocation(program.textOf(entity), index.extent(entity));
      case STRUCT, TYPEDEF -> {}
    }
    // What the grammar could not read is still in the index.
    for (Name name : index.calls(entity)) {
      if (!reader.calledVariables.contains(index.text(name))) {
        reader.called.add(index.text(name));
      }
    }
    return new Body(
        reader.called,
        List.copyOf(reader.calls),
        List.copyOf(reader.stores),
        List.copyOf(reader.binds),
        new Body.Outside(List.copyOf(reader.lost), List.copyOf(reader.globals)),
        List.copyOf(reader.parameters));
  }

  /**
   * @param isFunction whether what is returned goes to callers; a macro's value stays where it is
   */
  private void graph(ControlFlowGraph graph, boolean isFunction) {
    if (parameters.isEmpty()) {
      parameters.addAll(graph.parameters());
    }
    Walker walker = new Walker(graph);
    for (BasicBlock block : graph.blocks()) {
      for (Instruction instruction : block.instructions()) {
        if (instruction instanceof Instruction.Evaluate evaluate) {
          walker.walk(evaluate.expression());
        } else if (instruction instanceof Instruction.Return result) {
          walker.walk(result.value());
          if (isFunction) {
            lost.addAll(values(result.value(), Optional.of(graph)));
          }
        } else if (instruction instanceof Instruction.Clobber clobber) {
          walker.walk(clobber.head());
        } else if (instruction instanceof Instruction.Initialize initialize) {
          walker.walk(initialize.value());
          LocalVariable variable = initialize.variable();
          if (initialize.value() instanceof Expr.InitList list) {
            initializers(Optional.of(variable.type()), list, Optional.of(graph));
            for (Body.Value value : elements(variable.type(), list, Optional.of(graph))) {
              binds.add(new Body.Bind(variable, value));
            }
          }
          for (Body.Value value : values(initialize.value(), Optional.of(graph))) {
            binds.add(new Body.Bind(variable, value));
          }
        } else if (instruction instanceof Instruction.Unread unread) {
          unread.statement().calledNames().forEach(name -> called.add(name.text()));
        }
      }
    }
  }

  /** A function whose name is the value of a macro is run by whoever uses the macro. */
  private void namedBy(ControlFlowGraph graph) {
    for (BasicBlock block : graph.blocks()) {
      for (Instruction instruction : block.instructions()) {
        if (instruction instanceof Instruction.Return result) {
          values(result.value(), Optional.of(graph)).stream()
              .filter(Body.Value.Global.class::isInstance)
              .forEach(lost::add);
        }
      }
    }
  }

  private void declaration(Declaration declaration) {
    for (Declaration.Variable variable : declaration.variables()) {
      if (variable.initializer().orElse(null) instanceof Expr.InitList list) {
        table(variable.type(), list);
        bindGlobal(variable.name(), elements(variable.type(), list, Optional.empty()));
      } else {
        variable
            .initializer()
            .ifPresent(value -> bindGlobal(variable.name(), values(value, Optional.empty())));
      }
    }
  }

  /** The elements of an array that can be functions. */
  private List<Body.Value> elements(
      TypeName type, Expr.InitList list, Optional<ControlFlowGraph> graph) {
    List<Body.Value> found = new ArrayList<>();
    if (type.array()) {
      for (Expr.InitList.Entry entry : list.entries()) {
        if (!(entry.value() instanceof Expr.InitList)) {
          collect(entry.value(), graph, found);
        }
      }
    }
    return found;
  }

  private void bindGlobal(String variable, List<Body.Value> values) {
    values.forEach(value -> globals.add(new Body.GlobalBind(variable, value)));
  }

  /** {@code DECLARE_WORK(work, function);}, which reads as a call. */
  private void invocation(SourceText text, Span extent) {
    Optional<Expr> expression = program.invocation(text, extent);
    if (expression.orElse(null) instanceof Expr.Call call && call.calledName().isPresent()) {
      List<List<Body.Value>> arguments = new ArrayList<>();
      for (Expr argument : call.arguments()) {
        arguments.add(values(argument, Optional.empty()));
      }
      calls.add(new Body.Call(new Body.Target.Named(call.calledName().get().text()), arguments));
    }
  }

  private void initializers(
      Optional<TypeName> type, Expr.InitList list, Optional<ControlFlowGraph> graph) {
    for (Expr.InitList.Entry entry : list.entries()) {
      entry(type, entry.designators(), entry.value(), graph);
    }
  }

  /**
   * The initialiser of a table at file scope, whose outermost struct may be set by place: that much
   * is in the index. A designator could have moved what follows it.
   */
  private void table(TypeName type, Expr.InitList list) {
    if (type.array()) {
      for (Expr.InitList.Entry entry : list.entries()) {
        if (entry.value() instanceof Expr.InitList element) {
          table(TypeOracle.element(type), element);
        } else {
          lost.addAll(values(entry.value(), Optional.empty()));
        }
      }
      return;
    }
    boolean isByPlace =
        type.name().startsWith("struct ")
            && list.entries().stream().allMatch(entry -> entry.designators().isEmpty());
    List<String> fields = isByPlace ? types.fieldNames(type.name(), file) : List.of();
    for (int i = 0; i < list.entries().size(); i++) {
      Expr.InitList.Entry entry = list.entries().get(i);
      if (i >= fields.size()) {
        entry(Optional.of(type), entry.designators(), entry.value(), Optional.empty());
      } else if (entry.value() instanceof Expr.InitList inner) {
        initializers(types.fieldType(type.name(), fields.get(i), file), inner, Optional.empty());
      } else {
        store(new FieldOwner.Struct(type.name()), fields.get(i), entry.value(), Optional.empty());
      }
    }
  }

  private void entry(
      Optional<TypeName> type,
      List<Expr.InitList.Designator> rest,
      Expr value,
      Optional<ControlFlowGraph> graph) {
    if (rest.isEmpty()) {
      if (value instanceof Expr.InitList list) {
        initializers(type, list, graph);
      } else {
        lost.addAll(values(value, graph));
      }
      return;
    }
    List<Expr.InitList.Designator> further = rest.subList(1, rest.size());
    if (!(rest.get(0) instanceof Expr.InitList.Designator.Field field)) {
      entry(type, further, value, graph);
      return;
    }
    FieldOwner owner = types.ownerOf(type, file);
    if (further.isEmpty() && !(value instanceof Expr.InitList)) {
      store(owner, field.name(), value, graph);
    } else {
      Optional<TypeName> fieldType =
          owner.struct().flatMap(struct -> types.fieldType(struct, field.name(), file));
      entry(fieldType, further, value, graph);
    }
  }

  private void store(FieldOwner owner, String field, Expr value, Optional<ControlFlowGraph> graph) {
    for (Body.Value stored : values(value, graph)) {
      stores.add(new Body.Store(new Symbol.Field(owner, field), stored));
    }
  }

  /** What an expression can be, if it is a function: names and variables, looked for in it. */
  private List<Body.Value> values(Expr expression, Optional<ControlFlowGraph> graph) {
    List<Body.Value> values = new ArrayList<>();
    if (graph.isEmpty()) {
      initial(expression);
    }
    collect(expression, graph, values);
    return values;
  }

  /** An initialiser at file scope that is a use of a macro, or a list with a type of its own. */
  private void initial(Expr expression) {
    if (expression instanceof Expr.Call macro) {
      macro.arguments().forEach(argument -> lost.addAll(values(argument, Optional.empty())));
    } else if (expression instanceof Expr.CompoundLiteral literal) {
      initializers(Optional.of(literal.type()), literal.initializer(), Optional.empty());
    } else if (expression instanceof Expr.Unary unary
        && unary.operator() == UnaryOperator.ADDRESS) {
      initial(unary.operand());
    }
  }

  private void collect(Expr expression, Optional<ControlFlowGraph> graph, List<Body.Value> values) {
    if (expression instanceof Expr.Name name) {
      Optional<LocalVariable> variable = graph.flatMap(g -> g.variable(name));
      if (variable.isPresent()) {
        values.add(new Body.Value.Variable(variable.get()));
      } else if (isFunction(name.text())) {
        values.add(new Body.Value.Global(name.text()));
      }
    } else if (expression instanceof Expr.Member member && graph.isPresent()) {
      values.add(new Body.Value.Member(field(member, graph.get())));
    } else if (expression instanceof Expr.Cast cast) {
      collect(cast.operand(), graph, values);
    } else if (expression instanceof Expr.Unary unary
        && (unary.operator() == UnaryOperator.ADDRESS
            || unary.operator() == UnaryOperator.DEREFERENCE)) {
      collect(unary.operand(), graph, values);
    } else if (expression instanceof Expr.Conditional conditional) {
      conditional.whenTrue().ifPresent(whenTrue -> collect(whenTrue, graph, values));
      collect(conditional.whenFalse(), graph, values);
    } else if (expression instanceof Expr.Assign assign && assign.compound().isEmpty()) {
      collect(assign.value(), graph, values);
    } else if (expression instanceof Expr.Comma comma) {
      collect(comma.parts().get(comma.parts().size() - 1), graph, values);
    } else if (expression instanceof Expr.StatementExpr statement) {
      graph
          .flatMap(g -> g.value(statement))
          .ifPresent(variable -> values.add(new Body.Value.Variable(variable)));
    }
  }

  private Symbol.Field field(Expr.Member member, ControlFlowGraph graph) {
    return new Symbol.Field(types.ownerOf(member, graph, file), member.field());
  }

  /** Only functions have addresses; an object-like macro may be another name for one. */
  private boolean isFunction(String name) {
    SourceIndex index = program.index();
    return index.definitions(name).stream()
        .map(index::kind)
        .anyMatch(kind -> kind == EntityKind.FUNCTION || kind == EntityKind.OBJECT_MACRO);
  }

  /** Gathers calls and assignments from the expressions of one configuration. */
  private final class Walker extends ExprWalker {
    private final ControlFlowGraph graph;

    Walker(ControlFlowGraph graph) {
      this.graph = graph;
    }

    @Override
    protected void onCall(Expr.Call call) {
      List<Body.Target> targets = new ArrayList<>();
      for (Expr callee : call.plainCallees()) {
        target(callee).ifPresent(targets::add);
      }
      if (!targets.isEmpty()) {
        List<List<Body.Value>> arguments = new ArrayList<>();
        for (Expr argument : call.arguments()) {
          arguments.add(values(argument, Optional.of(graph)));
        }
        targets.forEach(target -> calls.add(new Body.Call(target, arguments)));
      }
    }

    private Optional<Body.Target> target(Expr callee) {
      if (callee instanceof Expr.Name name) {
        Optional<LocalVariable> variable = graph.variable(name);
        if (variable.isPresent()) {
          calledVariables.add(name.text());
          return Optional.of(new Body.Target.Variable(variable.get()));
        }
        called.add(name.text());
        return Optional.of(new Body.Target.Named(name.text()));
      }
      if (callee instanceof Expr.Index element && element.array() instanceof Expr.Name table) {
        return Optional.of(
            graph
                .variable(table)
                .<Body.Target>map(Body.Target.Variable::new)
                .orElseGet(() -> new Body.Target.Named(table.text())));
      }
      if (callee instanceof Expr.Member member) {
        return Optional.of(new Body.Target.Member(field(member, graph)));
      }
      return Optional.empty();
    }

    @Override
    protected void onAssign(Expr.Assign assign) {
      if (assign.compound().isPresent()) {
        return;
      }
      List<Body.Value> assigned = values(assign.value(), Optional.of(graph));
      if (assigned.isEmpty()) {
        return;
      }
      if (assign.target() instanceof Expr.Member member) {
        Symbol.Field field = field(member, graph);
        assigned.forEach(value -> stores.add(new Body.Store(field, value)));
      } else if (assign.target() instanceof Expr.Name name) {
        graph
            .variable(name)
            .ifPresentOrElse(
                v -> assigned.forEach(value -> binds.add(new Body.Bind(v, value))),
                () -> bindGlobal(name.text(), assigned));
      } else {
        lost.addAll(assigned);
        if (assign.target() instanceof Expr.Index element
            && element.array() instanceof Expr.Name table) {
          graph
              .variable(table)
              .ifPresentOrElse(
                  v -> assigned.forEach(value -> binds.add(new Body.Bind(v, value))),
                  () -> bindGlobal(table.text(), assigned));
        }
      }
    }

    @Override
    protected void onCompoundLiteral(Expr.CompoundLiteral literal) {
      initializers(Optional.of(literal.type()), literal.initializer(), Optional.of(graph));
    }
  }
}
