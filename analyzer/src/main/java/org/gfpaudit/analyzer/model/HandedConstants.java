package org.gfpaudit.analyzer.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gfpaudit.analyzer.lower.CallsByName;
import org.gfpaudit.analyzer.lower.ConstantVariables;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.Name;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.source.Span;

/**
 * The constants that all callers of a function hand in: {@code NULL} for a parameter means that
 * what it guards is not run. Told of static functions of one file that are called by name and not
 * named otherwise. Safe for several threads.
 */
final class HandedConstants {
  /** Whoever is called more often is handed different things. */
  private static final int MOST_CALLERS = 12;

  /** How often a parameter is handed on. */
  private static final int MOST_HANDS = 3;

  /** Arguments beyond these are not looked at in texts. */
  private static final int MOST_PARAMETERS = 16;

  /** What is written before a function that assembler calls, or that is not named to be called. */
  private static final Pattern FROM_ELSEWHERE =
      Pattern.compile("\\b(?:asmlinkage|__visible|__used|__weak)\\b");

  private final Program program;
  private final SourceIndex index;
  private final Memo<Entity, Candidates> candidates;
  private final Memo<Asked, List<Expr>> known;

  /**
   * A parameter of a function, and how often what it is handed was handed on: fewer steps are left
   * then.
   */
  private record Asked(Entity function, int parameter, int hands) {}

  /** Who calls a function, and where each of them may hand in a constant. */
  private record Candidates(List<Entity> callers, BitSet positions) {
    static final Candidates NONE = new Candidates(List.of(), new BitSet());
  }

  HandedConstants(Program program) {
    this.program = program;
    this.index = program.index();
    this.candidates = new Memo<>(program.tracing(), "handing callers");
    this.known = new Memo<>(program.tracing(), "handed constants");
  }

  /** What the parameter at a position is in every call; empty where that is not known. */
  List<Expr> to(Entity function, int parameter) {
    return constants(function, parameter, 0);
  }

  private List<Expr> constants(Entity function, int parameter, int hands) {
    if (hands > MOST_HANDS || !candidates(function).positions().get(parameter)) {
      return List.of();
    }
    return known.get(new Asked(function, parameter, hands), this::find);
  }

  private List<Expr> find(Asked asked) {
    List<Entity> callers = candidates(asked.function).callers();
    if (isNamedOtherwise(asked.function, callers)) {
      return List.of();
    }
    Calls calls = new Calls(asked);
    for (Entity caller : callers) {
      for (ControlFlowGraph graph : program.graphs(caller)) {
        if (!calls.add(caller, graph)) {
          return List.of();
        }
      }
    }
    return List.copyOf(calls.handed);
  }

  private Candidates candidates(Entity function) {
    return candidates.get(function, this::findCandidates);
  }

  /** A look at the index and at the texts of the calls, which costs less than to parse them. */
  private Candidates findCandidates(Entity function) {
    Name name = index.nameOf(function);
    if (index.kind(function) != EntityKind.FUNCTION
        || !index.addressTakers(name).isEmpty()
        || !index.initializersWithValue(name).isEmpty()) {
      return Candidates.NONE;
    }
    List<Entity> callers =
        (isOfOneFile(function) ? inItsFile(function) : all(function)).orElse(List.of());
    if (callers.isEmpty()
        || callers.size() > MOST_CALLERS
        || callers.stream().anyMatch(caller -> index.kind(caller) != EntityKind.FUNCTION)) {
      return Candidates.NONE;
    }
    String called = index.text(name);
    BitSet positions = new BitSet();
    positions.set(0, MOST_PARAMETERS);
    for (Entity caller : callers) {
      String text = program.textOf(caller).text(index.extent(caller));
      positions.and(ConstantArguments.in(text, called));
      if (positions.isEmpty()) {
        return Candidates.NONE;
      }
    }
    return new Candidates(callers, positions);
  }

  private boolean isOfOneFile(Entity function) {
    return index.isStatic(function) && index.path(index.fileOf(function)).endsWith(".c");
  }

  /** The callers in the file of a static function; empty where they cannot be told from others. */
  private Optional<List<Entity>> inItsFile(Entity function) {
    Name name = index.nameOf(function);
    SourceFile file = index.fileOf(function);
    if (index.definitions(name).stream().filter(other -> index.fileOf(other).equals(file)).count()
        > 1) {
      return Optional.empty();
    }
    List<Entity> callers = new ArrayList<>();
    for (Entity caller : index.callers(name)) {
      if (index.fileOf(caller).equals(file)) {
        callers.add(caller);
      } else if (!isDefinedIn(index.fileOf(caller), name)) {
        return Optional.empty();
      }
    }
    return Optional.of(callers);
  }

  /** The callers of the only function of its name, unless code that is not C may call it. */
  private Optional<List<Entity>> all(Entity function) {
    Name name = index.nameOf(function);
    List<Entity> callers = index.callers(name);
    if (index.definitions(name).size() > 1 || callers.size() > MOST_CALLERS) {
      return Optional.empty();
    }
    String head =
        program
            .textOf(function)
            .text(new Span(index.extent(function).start(), index.nameOffset(function)));
    if (FROM_ELSEWHERE.matcher(head).find()) {
      return Optional.empty();
    }
    return Optional.of(callers);
  }

  private boolean isDefinedIn(SourceFile file, Name name) {
    return index.definitions(name).stream().anyMatch(each -> index.fileOf(each).equals(file));
  }

  /** Whether the file of a function, or one of its callers, names it where nothing is called. */
  private boolean isNamedOtherwise(Entity function, List<Entity> callers) {
    String name = program.name(function);
    String quoted = Pattern.quote(name);
    // Who asks again in another state does it by the pattern; the bytes are looked at far faster.
    Pattern named = Pattern.compile(quoted + "(?<!\\w" + quoted + ")(?!\\w)(?!\\s*\\()");
    return Stream.concat(Stream.of(function), callers.stream())
        .map(index::fileOf)
        .distinct()
        .anyMatch(
            file ->
                program.isFound(file, named, bytes -> PlainCalls.isNamedOtherwise(name, bytes)));
  }

  /** What the calls of one function hand in for one parameter, gathered. */
  private final class Calls {
    private final Asked asked;
    private final String name;
    private final List<Expr> handed = new ArrayList<>();

    Calls(Asked asked) {
      this.asked = asked;
      this.name = index.text(index.nameOf(asked.function));
    }

    /** Adds those in one configuration of a caller; reports whether each hands in constants. */
    boolean add(Entity caller, ControlFlowGraph graph) {
      CallsByName calls = CallsByName.in(graph, name);
      if (!calls.areAll()) {
        return false;
      }
      for (Expr.Call call : calls.found()) {
        List<Expr> values =
            asked.parameter < call.arguments().size()
                ? values(call.arguments().get(asked.parameter), caller, graph)
                : List.of();
        if (values.isEmpty()) {
          return false;
        }
        handed.addAll(values);
      }
      return true;
    }

    private List<Expr> values(Expr argument, Entity caller, ControlFlowGraph graph) {
      if (ConstantVariables.isConstant(argument)) {
        return List.of(argument);
      }
      Optional<LocalVariable> variable =
          argument instanceof Expr.Name read ? graph.variable(read) : Optional.empty();
      if (variable.isEmpty()) {
        return List.of();
      }
      ConstantVariables variables = ConstantVariables.of(graph);
      return variables.isUnchanged(variable.get())
          ? constants(caller, variable.get().parameterIndex(), asked.hands + 1)
          : variables.value(variable.get()).stream().toList();
    }
  }
}
