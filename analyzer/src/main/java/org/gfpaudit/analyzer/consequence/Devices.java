package org.gfpaudit.analyzer.consequence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.facts.TaskFlags;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.model.CallEdge;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.analyzer.model.Through;
import org.gfpaudit.analyzer.scope.Scopes;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.Name;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.rules.finding.DeviceContext;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.knowledge.ConsequenceTables;
import org.gfpaudit.rules.knowledge.DeviceRow;
import org.gfpaudit.rules.knowledge.DeviceWord;
import org.gfpaudit.rules.mask.Scope;

/**
 * The drivers of a tree that serve block devices: the functions that run their requests, from which
 * of them files are read and written, and in which scope. A driver is a file that fills in the
 * operations of a block device. Calls are followed upwards inside that file; a root is a function
 * that a work item, a thread or the block layer runs.
 */
final class Devices {
  private static final int MAX_DEPTH = 10;

  private final Model model;
  private final Program program;
  private final SourceIndex index;
  private final Scopes scopes;
  private final ConsequenceTables tables;
  private final SortedSet<SourceFile> drivers;
  private final Set<Entity> servers = new HashSet<>();
  private final Map<Entity, Set<Entered>> ways = new HashMap<>();
  private final Map<SourceFile, TaskFlags> works = new HashMap<>();
  private final List<DeviceContext> found;

  /** How a function comes to run in a driver's worker. */
  private record Entered(Entity root, TaskFlags flags) {}

  Devices(Model model, Scopes scopes) {
    this.model = model;
    this.program = model.program();
    this.index = program.index();
    this.scopes = scopes;
    this.tables = model.knowledge().consequences();
    this.drivers = drivers();
    this.found = search();
  }

  /** Those that read or write files to serve their requests, sorted. */
  List<DeviceContext> servedFromFiles() {
    return found;
  }

  /** The worker of a block driver, without a scope, that a call runs in; empty for all else. */
  Optional<DeviceContext> below(CallSite call) {
    SourceFile file = index.fileOf(call.entity());
    if (!drivers.contains(file)) {
      return Optional.empty();
    }
    return ways(call.entity()).stream()
        .filter(way -> scopes.at(call, way.flags()).orElse(way.flags()).equals(TaskFlags.NONE))
        .min(Comparator.comparing(Entered::root))
        .map(
            way ->
                new DeviceContext(
                    nameOf(file),
                    Optional.of(head(way.root())),
                    Optional.empty(),
                    "",
                    /* isLocal= */ true,
                    ""));
  }

  private SortedSet<SourceFile> drivers() {
    SortedSet<SourceFile> files = new TreeSet<>();
    for (String field : tables.deviceWords(DeviceWord.Kind.SERVES_FIELD)) {
      for (var set : index.find(field).map(index::initializersOfField).orElse(List.of())) {
        for (Entity function : index.definitions(set.value())) {
          if (index.kind(function) == EntityKind.FUNCTION
              && index.fileOf(function).equals(index.fileOf(set.entity()))) {
            files.add(index.fileOf(function));
            servers.add(function);
          }
        }
      }
    }
    for (String maker : tables.deviceWords(DeviceWord.Kind.SERVES_FUNCTION)) {
      for (Entity caller : index.find(maker).map(index::callers).orElse(List.of())) {
        for (Entity function : handed(caller, maker)) {
          files.add(index.fileOf(function));
          servers.add(function);
        }
      }
    }
    return files;
  }

  /** The functions of the same file that a caller hands to another function, by their names. */
  private Set<Entity> handed(Entity caller, String taker) {
    Set<Entity> functions = new HashSet<>();
    ExprWalker walker =
        new ExprWalker() {
          @Override
          protected void onCall(Expr.Call call) {
            if (call.calledName().filter(name -> name.text().equals(taker)).isPresent()) {
              call.arguments().stream()
                  .filter(Expr.Name.class::isInstance)
                  .flatMap(name -> index.definitions(((Expr.Name) name).text()).stream())
                  .filter(function -> index.kind(function) == EntityKind.FUNCTION)
                  .filter(function -> index.fileOf(function).equals(index.fileOf(caller)))
                  .forEach(functions::add);
            }
          }
        };
    program.graphs(caller).forEach(walker::walk);
    return functions;
  }

  private List<DeviceContext> search() {
    SortedMap<String, DeviceContext> byFile = new TreeMap<>();
    for (String name : tables.deviceWords(DeviceWord.Kind.IO_FUNCTION)) {
      for (Entity caller : index.find(name).map(index::callers).orElse(List.of())) {
        look(caller, name, byFile);
      }
    }
    for (String name : tables.deviceWords(DeviceWord.Kind.IO_FIELD)) {
      for (Entity caller : index.find(name).map(index::fieldCallers).orElse(List.of())) {
        look(caller, name, byFile);
      }
    }
    List<DeviceContext> all = new ArrayList<>(byFile.values());
    for (DeviceRow row : tables.devices()) {
      boolean isFound =
          byFile.keySet().stream().anyMatch(path -> tables.device(path).equals(Optional.of(row)));
      if (!isFound && row.kind() == DeviceRow.Kind.DEVICE) {
        all.add(
            new DeviceContext(
                row.name(),
                Optional.empty(),
                Optional.empty(),
                word(row.scope()),
                /* isLocal= */ true,
                row.about()));
      }
    }
    return all.stream().sorted().toList();
  }

  private void look(Entity caller, String io, Map<String, DeviceContext> byFile) {
    SourceFile file = index.fileOf(caller);
    Optional<DeviceRow> row = tables.device(index.path(file));
    if (index.kind(caller) != EntityKind.FUNCTION || (!drivers.contains(file) && row.isEmpty())) {
      return;
    }
    Set<Entered> entries = ways(caller);
    for (CallSite call : entries.isEmpty() ? List.<CallSite>of() : calls(caller, io)) {
      for (Entered way : entries) {
        TaskFlags flags = scopes.at(call, way.flags()).orElse(TaskFlags.NONE);
        boolean isServer = row.filter(r -> r.kind() == DeviceRow.Kind.SERVER).isPresent();
        DeviceContext context =
            new DeviceContext(
                row.map(DeviceRow::name).orElseGet(() -> nameOf(file)),
                Optional.of(head(way.root())),
                Optional.of(model.place(call)),
                word(flags.scope()),
                !isServer,
                row.map(DeviceRow::about).orElse(""));
        byFile.merge(isServer ? context.name() : index.path(file), context, Devices::weaker);
      }
    }
  }

  /** The one with the weaker scope; of two alike the one that stands first. */
  private static DeviceContext weaker(DeviceContext left, DeviceContext right) {
    int byScope = Boolean.compare(right.isUnscoped(), left.isUnscoped());
    return byScope < 0 ? left : byScope > 0 ? right : left.compareTo(right) <= 0 ? left : right;
  }

  private static String word(Scope scope) {
    return scope == Scope.NONE ? "" : scope.name();
  }

  /** The calls of a name, or through a field of {@code struct file_operations}, in a function. */
  private List<CallSite> calls(Entity caller, String name) {
    SortedSet<CallSite> calls = new TreeSet<>();
    SourceFile file = index.fileOf(caller);
    for (ControlFlowGraph graph : program.graphs(caller)) {
      ExprWalker walker =
          new ExprWalker() {
            @Override
            protected void onCall(Expr.Call call) {
              if (call.callee() instanceof Expr.Name called && called.text().equals(name)) {
                calls.add(new CallSite(caller, called.span().start()));
              } else if (call.callee() instanceof Expr.Member member
                  && member.field().equals(name)
                  && model
                      .types()
                      .ownerOf(member, graph, file)
                      .struct()
                      .filter("struct file_operations"::equals)
                      .isPresent()) {
                calls.add(new CallSite(caller, member.fieldSpan().start()));
              }
            }
          };
      walker.walk(graph);
    }
    return List.copyOf(calls);
  }

  /** How a function of a driver comes to run: the roots above it, with the flags it has then. */
  private Set<Entered> ways(Entity function) {
    Set<Entered> known = ways.get(function);
    if (known == null) {
      known = new Ascent(function).ways();
      ways.put(function, known);
    }
    return known;
  }

  /** From one function up to its roots, and with their flags down again. */
  private final class Ascent {
    private final Entity function;
    private final SourceFile file;
    private final Map<Entity, List<CallEdge>> below = new HashMap<>();
    private final Map<Entity, Set<Entered>> entered = new HashMap<>();
    private final Deque<Entity> waiting = new ArrayDeque<>();

    Ascent(Entity function) {
      this.function = function;
      this.file = index.fileOf(function);
    }

    Set<Entered> ways() {
      up();
      while (!waiting.isEmpty()) {
        Entity caller = waiting.pop();
        for (CallEdge edge : below.getOrDefault(caller, List.of())) {
          for (Entered way : List.copyOf(entered.getOrDefault(caller, Set.of()))) {
            enter(edge.callee(), new Entered(way.root(), scopes.along(edge, way.flags())));
          }
        }
      }
      return entered.getOrDefault(function, Set.of());
    }

    private void up() {
      Set<Entity> seen = new HashSet<>(Set.of(function));
      List<Entity> level = List.of(function);
      for (int depth = 0; depth < MAX_DEPTH && !level.isEmpty(); depth++) {
        List<Entity> next = new ArrayList<>();
        for (Entity callee : level) {
          if (servers.contains(callee)) {
            enter(callee, new Entered(callee, TaskFlags.NONE));
          }
          for (CallEdge edge : edges(callee)) {
            if (edge.kind() == CallEdge.Kind.CALLBACK) {
              enter(callee, new Entered(callee, byWorker(edge, file)));
            } else if (edge.kind() == CallEdge.Kind.DIRECT
                && index.fileOf(edge.caller()).equals(file)) {
              below.computeIfAbsent(edge.caller(), caller -> new ArrayList<>()).add(edge);
              if (seen.add(edge.caller())) {
                next.add(edge.caller());
              }
            }
          }
        }
        level = next;
      }
    }

    private void enter(Entity callee, Entered way) {
      if (entered.computeIfAbsent(callee, e -> new HashSet<>()).add(way)) {
        waiting.add(callee);
      }
    }
  }

  private List<CallEdge> edges(Entity function) {
    Name name = index.nameOf(function);
    return index.addressTakers(name).isEmpty() && index.initializersWithValue(name).isEmpty()
        ? model.edges().directCallersOf(function).toList()
        : model.edges().callersOf(function);
  }

  /** A thread that runs work items may have set flags before it began to. */
  private TaskFlags byWorker(CallEdge edge, SourceFile file) {
    return edge.through() instanceof Through.Later later
            && later.callback().runsAs().startsWith("thread")
        ? works.computeIfAbsent(file, this::ofThread)
        : TaskFlags.NONE;
  }

  private TaskFlags ofThread(SourceFile file) {
    for (String runner : tables.deviceWords(DeviceWord.Kind.RUNS_WORKS)) {
      for (Entity caller : index.find(runner).map(index::callers).orElse(List.of())) {
        if (index.fileOf(caller).equals(file)) {
          for (CallSite call : calls(caller, runner)) {
            return scopes.at(call, TaskFlags.NONE).orElse(TaskFlags.NONE);
          }
        }
      }
    }
    return TaskFlags.NONE;
  }

  private Place head(Entity function) {
    return program.place(function, index.nameOffset(function));
  }

  /** A driver's name is that of its file. */
  private String nameOf(SourceFile file) {
    String path = index.path(file);
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.substring(0, Math.max(1, name.lastIndexOf('.')));
  }
}
