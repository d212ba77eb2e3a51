package org.gfpaudit.analyzer.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.FunctionDefinition;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.parse.Parsed;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.gfpaudit.rules.knowledge.Sink;

/**
 * Which arguments of a call of a listed sink are its masks and its mapping. Where the tree declares
 * the function, the types of its parameters say so: every {@code gfp_t} is a mask, whatever the
 * table says. A macro of that name takes what its body hands on as such. Where nothing in the tree
 * tells, the table does. Safe for several threads.
 */
public final class SinkSignatures {
  private final Program program;
  private final Aliases aliases;
  private final Coexistence coexistence;
  private final Knowledge knowledge;
  private final Prototypes prototypes;
  private final Memo<Entity, List<ArgumentRoles>> known;

  SinkSignatures(Program program, Aliases aliases, Knowledge knowledge) {
    this.program = program;
    this.aliases = aliases;
    this.coexistence = aliases.visibility().coexistence();
    this.knowledge = knowledge;
    this.prototypes = new Prototypes(program);
    this.known = new Memo<>(program.tracing(), "argument roles");
  }

  /**
   * The listed sink that a call in the body of {@code caller} is one of: once for each mask that it
   * takes, in their order, and for each way in which the configurations of the call differ. None
   * where the name is not listed, or where no function of that name takes a mask here.
   *
   * @param name the name at the end of a chain of aliases
   */
  public List<Sink> of(Entity caller, Expr.Call call, String name) {
    Optional<Sink> row = knowledge.sink(name);
    if (row.isEmpty()) {
      return List.of();
    }
    int count = call.arguments().size();
    Set<Sink> sinks = new LinkedHashSet<>();
    for (ArgumentRoles roles :
        possible(roles(caller, name, count, new HashMap<>()), caller, call)) {
      for (int mask : roles.masks(row.get(), count)) {
        sinks.add(roles.sink(row.get(), mask));
      }
    }
    return List.copyOf(sinks);
  }

  /** Of several declarations those that the call can be made for. */
  private List<ArgumentRoles> possible(List<ArgumentRoles> all, Entity caller, Expr.Call call) {
    if (all.size() < 2) {
      return all;
    }
    PresenceCondition here = program.condition(caller, call.span().start());
    List<ArgumentRoles> together =
        all.stream().filter(each -> coexistence.isTogether(here, each.condition())).toList();
    List<ArgumentRoles> fitting =
        together.stream().filter(each -> each.takes(call.arguments().size())).toList();
    return fitting.isEmpty() ? together : fitting;
  }

  /**
   * What the arguments of a call of {@code name} are; nothing where that is not known.
   *
   * @param macros what was found of macros on behalf of one question; nothing of one that is being
   *     looked into
   */
  private List<ArgumentRoles> roles(
      Entity caller, String name, int count, Map<Entity, List<ArgumentRoles>> macros) {
    List<ArgumentRoles> all = new ArrayList<>();
    for (Entity definition : aliases.resolveIn(caller, name)) {
      all.addAll(ofDefinition(definition, macros));
    }
    if (!all.isEmpty()) {
      return all;
    }
    Optional<Sink> row = knowledge.sink(name);
    if (row.isEmpty()) {
      return List.of();
    }
    all.addAll(prototypes.of(program.index().fileOf(caller), name));
    return all.isEmpty() ? List.of(ArgumentRoles.of(row.get(), count)) : all;
  }

  private List<ArgumentRoles> ofDefinition(
      Entity definition, Map<Entity, List<ArgumentRoles>> macros) {
    return switch (program.index().kind(definition)) {
      case FUNCTION -> ofFunction(definition);
      case FUNCTION_MACRO -> {
        List<ArgumentRoles> found = macros.putIfAbsent(definition, List.of());
        if (found == null) {
          found = ofMacro(definition, macros);
          macros.put(definition, found);
        }
        yield found;
      }
      case OBJECT_MACRO, STRUCT, TYPEDEF, VARIABLE, INVOCATION -> List.of();
    };
  }

  private List<ArgumentRoles> ofFunction(Entity function) {
    return known.get(function, this::findOfFunction);
  }

  private List<ArgumentRoles> findOfFunction(Entity function) {
    PresenceCondition whole = program.index().condition(function);
    Set<List<String>> seen = new HashSet<>();
    List<ArgumentRoles> all = new ArrayList<>();
    for (Parsed.Variant<FunctionDefinition> variant : program.function(function).variants()) {
      FunctionDefinition definition = variant.tree();
      boolean isLost = definition.parameters().isEmpty() && !variant.diagnostics().isEmpty();
      if (!isLost && seen.add(types(definition))) {
        all.add(ArgumentRoles.of(definition, whole.and(variant.condition())));
      }
    }
    return all.size() == 1 ? List.of(all.get(0).under(whole)) : all;
  }

  private static List<String> types(FunctionDefinition definition) {
    return definition.parameters().stream().map(each -> each.type().display()).toList();
  }

  private List<ArgumentRoles> ofMacro(Entity macro, Map<Entity, List<ArgumentRoles>> macros) {
    PresenceCondition whole = program.index().condition(macro);
    List<ArgumentRoles> all = new ArrayList<>();
    for (ControlFlowGraph graph : program.graphs(macro)) {
      ArgumentRoles roles = ArgumentRoles.none(whole);
      HandedOn handedOn = new HandedOn(macro, graph, roles, macros);
      for (BasicBlock block : graph.blocks()) {
        block.instructions().forEach(handedOn::walk);
      }
      if (!roles.isEmpty()) {
        all.add(roles);
      }
    }
    return all;
  }

  /** Notes which parameters of a macro its body hands on, and as what. */
  private final class HandedOn extends ExprWalker {
    private final Entity macro;
    private final ControlFlowGraph graph;
    private final ArgumentRoles roles;
    private final Map<Entity, List<ArgumentRoles>> macros;

    HandedOn(
        Entity macro,
        ControlFlowGraph graph,
        ArgumentRoles roles,
        Map<Entity, List<ArgumentRoles>> macros) {
      this.macro = macro;
      this.graph = graph;
      this.roles = roles;
      this.macros = macros;
    }

    @Override
    protected void onCall(Expr.Call call) {
      Optional<Expr.Name> called = call.calledName().filter(n -> graph.variable(n).isEmpty());
      if (called.isEmpty()) {
        return;
      }
      String name = aliases.canonicalName(program.index().fileOf(macro), called.get().text());
      if (knowledge.source(name).isPresent()) {
        return; // It makes another mask of the one that it is handed.
      }
      for (ArgumentRoles callee : roles(macro, name, call.arguments().size(), macros)) {
        callee.masks().forEach(at -> note(call, at, roles.masks()));
        callee.mappings().forEach(at -> note(call, at, roles.mappings()));
        callee.flags().forEach(at -> note(call, at, roles.flags()));
      }
    }

    private void note(Expr.Call call, int at, Set<Integer> noted) {
      List<Expr> arguments = call.arguments();
      int rest = arguments.size() - 1;
      boolean isInRest =
          rest >= 0
              && at >= rest
              && arguments.get(rest) instanceof Expr.Name name
              && name.text().contains("__VA_ARGS__");
      if (isInRest) {
        // What stands for all further arguments is the last parameter.
        noted.add(graph.parameters().size() - 1 + at - rest);
      } else if (at < arguments.size()) {
        noteOperands(arguments.get(at), noted);
      }
    }

    /** The parameters a mask is put together from. */
    private void noteOperands(Expr expression, Set<Integer> noted) {
      if (expression instanceof Expr.Name name) {
        graph
            .variable(name)
            .filter(LocalVariable::isParameter)
            .ifPresent(parameter -> noted.add(parameter.parameterIndex()));
      } else if (expression instanceof Expr.Cast cast) {
        noteOperands(cast.operand(), noted);
      } else if (expression instanceof Expr.Unary unary) {
        noteOperands(unary.operand(), noted);
      } else if (expression instanceof Expr.Binary binary) {
        noteOperands(binary.left(), noted);
        noteOperands(binary.right(), noted);
      } else if (expression instanceof Expr.Conditional conditional) {
        conditional.whenTrue().ifPresent(whenTrue -> noteOperands(whenTrue, noted));
        noteOperands(conditional.whenFalse(), noted);
      }
    }
  }
}
