package org.gfpaudit.analyzer.graph;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.Audited;
import org.gfpaudit.analyzer.driver.DeepStack;
import org.gfpaudit.analyzer.model.CallEdge;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.Verdict;

/** Call graphs with the verdicts of an audit on them. */
public final class CallGraphs {
  private final Audited audited;
  private final GraphRequest request;
  private final Program program;
  private final SourceIndex index;
  private final Map<String, List<AuditRow>> rowsByFile = new HashMap<>();
  private final Set<String> usedIds = new HashSet<>();

  private CallGraphs(Audited audited, GraphRequest request) {
    this.audited = audited;
    this.request = request;
    this.program = audited.model().program();
    this.index = program.index();
    for (AuditRow row : audited.result().rows()) {
      rowsByFile.computeIfAbsent(row.place().file(), f -> new ArrayList<>()).add(row);
    }
  }

  /**
   * Audits a tree and makes a call graph of it.
   *
   * @throws IOException as {@link org.gfpaudit.analyzer.driver.Auditor#result} does
   */
  public static GraphResult make(AuditRequest request, GraphRequest graph) throws IOException {
    Audited audited = request.audited();
    GraphResult.Outcome outcome = DeepStack.call(() -> new CallGraphs(audited, graph).outcome());
    return new GraphResult(audited.result(), outcome);
  }

  private GraphResult.Outcome outcome() {
    if (request.target() instanceof GraphRequest.Target.Id id) {
      return ofFinding(id.id());
    }
    return ofName((GraphRequest.Target.Named) request.target());
  }

  private GraphResult.Outcome ofName(GraphRequest.Target.Named target) {
    List<Entity> roots = definitions(target);
    if (roots.isEmpty()) {
      boolean isCalled =
          index
              .find(target.name())
              .filter(n -> !index.callers(n).isEmpty() || !index.fieldCallers(n).isEmpty())
              .isPresent();
      return new GraphResult.Outcome.UnknownName(isCalled, names(target.file()));
    }
    if (!areAlternatives(roots)) {
      return new GraphResult.Outcome.Ambiguous(
          roots.stream().map(program::path).distinct().sorted().toList());
    }
    return draw(target.name() + "()", roots, List.of());
  }

  /** The functions and macros of the name; those of the kernel, if there are any. */
  private List<Entity> definitions(GraphRequest.Target.Named target) {
    List<Entity> all =
        index.definitions(target.name()).stream()
            .filter(this::isCode)
            .filter(e -> target.file().isEmpty() || target.file().get().equals(program.path(e)))
            .toList();
    List<Entity> kernel =
        all.stream().filter(e -> audited.model().visibility().isKernel(e)).toList();
    return kernel.isEmpty() ? all : kernel;
  }

  /** Reports whether all stand in one file or no configuration has two of them. */
  private boolean areAlternatives(List<Entity> roots) {
    for (Entity one : roots) {
      for (Entity other : roots) {
        if (!index.fileOf(one).equals(index.fileOf(other))
            && !index.condition(one).and(index.condition(other)).isFalse()) {
          return false;
        }
      }
    }
    return true;
  }

  private List<String> names(Optional<String> file) {
    TreeSet<String> names = new TreeSet<>();
    for (Entity entity : (Iterable<Entity>) index.entities()::iterator) {
      if (index.kind(entity) == EntityKind.FUNCTION
          && (file.isEmpty() || file.get().equals(program.path(entity)))) {
        names.add(program.name(entity));
      }
    }
    return List.copyOf(names);
  }

  private GraphResult.Outcome ofFinding(String id) {
    Optional<Finding> finding =
        audited.result().findings().stream().filter(f -> f.id().equals(id)).findFirst();
    List<Entity> roots = finding.map(f -> at(f.place())).orElse(List.of());
    if (roots.isEmpty()) {
      return new GraphResult.Outcome.UnknownId();
    }
    Place place = finding.get().place();
    String title = id + ", " + place.fileAndLine() + " in " + place.function() + "()";
    return draw(title, roots, pathBelow(roots, finding.get()));
  }

  private List<Entity> at(Place place) {
    List<Entity> found = new ArrayList<>();
    program
        .file(place.file())
        .ifPresent(
            file ->
                index.entitiesOf(file).stream().filter(e -> holds(e, place)).forEach(found::add));
    return found;
  }

  private boolean holds(Entity entity, Place place) {
    return (place.function().isEmpty() || place.function().equals(program.name(entity)))
        && program.textOf(entity).line(index.extent(entity).start()) <= place.line()
        && program.textOf(entity).line(index.extent(entity).end()) >= place.line();
  }

  /** The functions that a finding's mask goes through below the root, down to the sink. */
  private List<Entity> pathBelow(List<Entity> roots, Finding finding) {
    Set<String> names = new HashSet<>(Set.of(finding.flagged().callee()));
    finding.witness().forEach(step -> names.add(step.place().function()));
    List<Entity> path = new ArrayList<>();
    List<Entity> front = roots;
    while (!front.isEmpty()) {
      TreeSet<Entity> next = new TreeSet<>();
      for (Entity entity : front) {
        for (CallEdge edge : audited.model().edges().calleesOf(entity)) {
          if (edge.kind().isCall()
              && names.contains(program.name(edge.callee()))
              && !roots.contains(edge.callee())
              && !path.contains(edge.callee())) {
            next.add(edge.callee());
          }
        }
      }
      path.addAll(next);
      front = List.copyOf(next);
    }
    return path;
  }

  private GraphResult.Outcome draw(String what, List<Entity> roots, List<Entity> path) {
    Neighbourhood neighbourhood =
        Neighbourhood.of(
            audited.model().edges(),
            roots,
            path,
            request.direction(),
            request.depth(),
            request.maxNodes());
    List<String> cuts = new ArrayList<>();
    if (neighbourhood.isDepthReached()) {
      cuts.add("the graph may go on: it ends " + calls(request.depth()) + " from the start");
    }
    if (neighbourhood.hiddenCount() > 0) {
      cuts.add(
          "at least "
              + neighbourhood.hiddenCount()
              + " more not shown: the bound is "
              + request.maxNodes()
              + " definitions");
    }
    String title =
        switch (request.direction()) {
          case CALLERS -> "Callers of " + what;
          case CALLEES -> "Callees of " + what;
          case BOTH -> "Callers and callees of " + what;
        };
    CallGraph graph = neighbourhood.toGraph(title, cuts, this::node);
    return new GraphResult.Outcome.Drawn(graph);
  }

  private static String calls(int depth) {
    return depth == 1 ? "1 call" : depth + " calls";
  }

  private GraphNode node(Entity entity, int rank, int hiddenCount) {
    String file = program.path(entity);
    String name = program.name(entity);
    int line = program.textOf(entity).line(index.nameOffset(entity));
    String id = file + ":" + name;
    if (!usedIds.add(id)) {
      id += "@" + line;
      usedIds.add(id);
    }
    List<AuditRow> rows =
        rowsByFile.getOrDefault(file, List.of()).stream()
            .filter(row -> holds(entity, row.place()))
            .toList();
    Optional<Verdict> worst = rows.stream().map(AuditRow::verdict).min(Comparator.naturalOrder());
    List<Integer> lines =
        rows.stream()
            .filter(row -> row.verdict() == worst.orElseThrow())
            .map(row -> row.place().line())
            .distinct()
            .sorted()
            .toList();
    return new GraphNode(
        id,
        new GraphNode.Definition(name, file, line, shape(entity)),
        rank,
        audited.model().knowledge().sink(name).isPresent(),
        new GraphNode.Judged(worst, lines),
        hiddenCount);
  }

  private GraphNode.Shape shape(Entity entity) {
    return switch (index.kind(entity)) {
      case FUNCTION -> GraphNode.Shape.FUNCTION;
      case FUNCTION_MACRO, OBJECT_MACRO -> GraphNode.Shape.MACRO;
      case STRUCT, TYPEDEF, VARIABLE, INVOCATION -> GraphNode.Shape.TABLE;
    };
  }

  private boolean isCode(Entity entity) {
    return index.kind(entity) == EntityKind.FUNCTION
        || index.kind(entity) == EntityKind.FUNCTION_MACRO;
  }
}
