package org.gfpaudit.analyzer.graph;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.Audited;
import org.gfpaudit.analyzer.driver.DeepStack;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.facts.JudgedCall;
import org.gfpaudit.analyzer.facts.Step;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.ChainStep;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.Reentry;
import org.gfpaudit.rules.finding.Verdict;

/** Call graphs with the verdicts of an audit on them. */
public final class CallGraphs {
  /** So many ids are named where one was meant. */
  private static final int MAX_IDS = 12;

  private final Audited audited;
  private final GraphRequest request;
  private final Program program;
  private final SourceIndex index;
  private final Map<Entity, List<AuditRow>> rows = new HashMap<>();
  private final Set<String> usedIds = new HashSet<>();

  private CallGraphs(Audited audited, GraphRequest request) {
    this.audited = audited;
    this.request = request;
    this.program = audited.model().program();
    this.index = program.index();
    Set<AuditRow> reported = new HashSet<>(audited.result().rows());
    for (JudgedCall call : audited.judged()) {
      if (reported.contains(call.row())) {
        rows.computeIfAbsent(call.entity(), e -> new ArrayList<>()).add(call.row());
      }
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
    if (request.target() instanceof GraphRequest.Target.At at) {
      return ofLine(at);
    }
    if (request.target() instanceof GraphRequest.Target.InFile file) {
      return ofFile(file.file());
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

  /** Whether all stand in one file or no configuration has two of them. */
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

  /** The function that holds the line, or the line of a macro. */
  private GraphResult.Outcome ofLine(GraphRequest.Target.At at) {
    List<Entity> roots =
        codeOf(at.file()).stream()
            .filter(
                entity -> {
                  Span extent = index.extent(entity);
                  SourceText text = program.textOf(entity);
                  return text.line(extent.start()) <= at.line()
                      && at.line() <= text.line(Math.max(extent.start(), extent.end() - 1));
                })
            .toList();
    return roots.isEmpty()
        ? new GraphResult.Outcome.Nothing("no function or macro is at " + at.display())
        : draw(program.name(roots.get(0)) + "()", roots, List.of());
  }

  private GraphResult.Outcome ofFile(String file) {
    List<Entity> roots = codeOf(file).stream().filter(rows::containsKey).toList();
    return roots.isEmpty()
        ? new GraphResult.Outcome.Nothing(
            "no function of " + file + " has a site or an origin; name one as " + file + ":NAME")
        : draw(file, roots, List.of());
  }

  private List<Entity> codeOf(String file) {
    List<Entity> code = new ArrayList<>();
    for (Entity entity : (Iterable<Entity>) index.entities()::iterator) {
      if (isCode(entity) && program.path(entity).equals(file)) {
        code.add(entity);
      }
    }
    return code;
  }

  private GraphResult.Outcome ofFinding(String id) {
    List<Finding> found =
        audited.result().findings().stream().filter(f -> f.id().startsWith(id)).toList();
    List<String> ids = found.stream().map(Finding::id).distinct().sorted().toList();
    if (ids.isEmpty()) {
      return new GraphResult.Outcome.UnknownId();
    }
    if (ids.size() > 1) {
      return new GraphResult.Outcome.Nothing(
          ids.size()
              + " findings have an id that begins with "
              + id
              + ": "
              + String.join(", ", ids.subList(0, Math.min(MAX_IDS, ids.size()))));
    }
    Finding finding = found.get(0);
    CallSite site = Objects.requireNonNull(audited.sites().get(finding));
    Place place = finding.place();
    String title = finding.id() + ", " + place.fileAndLine() + " in " + place.function() + "()";
    Optional<Reentry> reentry = finding.consequence().reentry();
    return reentry.isPresent()
        ? ofDeadlock(title, finding, reentry.get())
        : draw(title, List.of(site.entity()), pathBelow(site, finding));
  }

  /** Both halves of a deadlock: from who takes the lock to the allocation, and below reclaim. */
  private GraphResult.Outcome ofDeadlock(String title, Finding finding, Reentry reentry) {
    List<Entity> held = functions(reentry.held());
    List<Entity> reclaim = functions(reentry.reclaim());
    Set<Entity> roots = new LinkedHashSet<>();
    held.stream().limit(1).forEach(roots::add);
    reclaim.stream().limit(1).forEach(roots::add);
    Set<Entity> path = new LinkedHashSet<>(held);
    if (!held.isEmpty()) {
      Entity last = held.get(held.size() - 1);
      path.addAll(audited.model().aliases().resolveIn(last, finding.flagged().callee()));
    }
    path.addAll(reclaim);
    path.removeAll(roots);
    return draw(
        title + ", and how reclaim comes to wait for " + reentry.lock().text(),
        List.copyOf(roots),
        List.copyOf(path));
  }

  /** The functions that the steps of a chain stand in, in their order. */
  private List<Entity> functions(List<ChainStep> steps) {
    Set<Entity> functions = new LinkedHashSet<>();
    for (ChainStep step : steps) {
      index.definitions(step.place().function()).stream()
          .filter(entity -> isCode(entity) && program.path(entity).equals(step.place().file()))
          .findFirst()
          .ifPresent(functions::add);
    }
    return List.copyOf(functions);
  }

  /** The functions that a finding's mask goes through below its own, down to the sink. */
  private List<Entity> pathBelow(CallSite site, Finding finding) {
    Optional<JudgedCall> judged =
        audited.judged().stream()
            .filter(call -> call.site().equals(site) && finding.isAbout(call.row()))
            .findFirst();
    Set<Entity> path = new LinkedHashSet<>();
    CallSite last = site;
    for (Step step : judged.map(call -> call.reach().steps()).orElse(List.of())) {
      last = step.at();
      path.add(last.entity());
    }
    String callee =
        judged.map(call -> call.reach().sink().name()).orElse(finding.flagged().callee());
    path.addAll(audited.model().aliases().resolveIn(last.entity(), callee));
    path.remove(site.entity());
    return List.copyOf(path);
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
    if (neighbourhood.leftOutCount() > 0) {
      cuts.add(calls(neighbourhood.leftOutCount()) + " left out that can hardly be");
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
    List<AuditRow> here = rows.getOrDefault(entity, List.of());
    Optional<Verdict> worst = here.stream().map(AuditRow::verdict).min(Comparator.naturalOrder());
    List<Integer> lines =
        here.stream()
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
