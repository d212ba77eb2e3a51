package org.gfpaudit.analyzer.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.lsp4j.CallHierarchyIncomingCall;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolKind;
import org.gfpaudit.analyzer.graph.CallGraph;
import org.gfpaudit.analyzer.graph.GraphEdge;
import org.gfpaudit.analyzer.graph.GraphNode;
import org.gfpaudit.rules.finding.AuditRow;
import org.jspecify.annotations.Nullable;

/** Who calls a sink, and who calls those. */
final class CallItems {
  private static final String SINK = "sink";
  private static final String FILE = "file";
  private static final String FUNCTION = "function";

  private final Answers answers;
  private final Diagnostics places;

  CallItems(Answers answers) {
    this.answers = answers;
    this.places = new Diagnostics(answers.snapshot());
  }

  /**
   * The sink that a row calls, at the place of that call: its definition may not be in the tree.
   */
  CallHierarchyItem sink(AuditRow row) {
    Location location = places.location(row.place());
    JsonObject data = new JsonObject();
    data.addProperty(SINK, row.sink());
    return item(row.sink(), row.verdict().word() + " here", location, data);
  }

  /** The callers of an item that this class made. */
  List<CallHierarchyIncomingCall> incoming(CallHierarchyItem item) throws IOException {
    if (!(item.getData() instanceof JsonObject data)) {
      return List.of();
    }
    Optional<String> sink = text(data.get(SINK));
    if (sink.isPresent()) {
      return ofSink(sink.get());
    }
    Optional<String> file = text(data.get(FILE));
    Optional<String> function = text(data.get(FUNCTION));
    return file.isPresent() && function.isPresent()
        ? ofFunction(file.get(), function.get())
        : List.of();
  }

  /** The functions with rows of a sink, each with the worst verdict of its own. */
  private List<CallHierarchyIncomingCall> ofSink(String sink) {
    SortedMap<String, List<AuditRow>> byFunction = new TreeMap<>();
    for (AuditRow row : answers.snapshot().whole().rows()) {
      if (row.sink().equals(sink)) {
        String key = row.place().file() + ":" + row.place().function();
        byFunction.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
      }
    }
    List<CallHierarchyIncomingCall> calls = new ArrayList<>();
    for (List<AuditRow> rows : byFunction.values()) {
      List<Range> ranges =
          rows.stream().map(row -> places.location(row.place()).getRange()).distinct().toList();
      AuditRow first = rows.get(0);
      String verdicts =
          rows.stream()
              .map(row -> row.verdict().word())
              .distinct()
              .reduce((one, other) -> one + ", " + other)
              .orElse("");
      calls.add(
          new CallHierarchyIncomingCall(
              function(first.place().function(), verdicts, places.location(first.place()), first),
              ranges));
    }
    return calls;
  }

  private static CallHierarchyItem function(
      String name, String detail, Location location, AuditRow row) {
    return function(name, detail, location, row.place().file());
  }

  private static CallHierarchyItem function(
      String name, String detail, Location location, String file) {
    JsonObject data = new JsonObject();
    data.addProperty(FILE, file);
    data.addProperty(FUNCTION, name);
    return item(name, detail, location, data);
  }

  private List<CallHierarchyIncomingCall> ofFunction(String file, String function)
      throws IOException {
    Optional<CallGraph> graph = answers.callers(file, function);
    List<CallHierarchyIncomingCall> calls = new ArrayList<>();
    if (graph.isPresent()) {
      for (GraphEdge edge : graph.get().edges()) {
        if (edge.callee().isRoot() && !edge.caller().isRoot()) {
          GraphNode caller = edge.caller();
          Location location = places.definition(caller.file(), caller.line(), caller.name());
          calls.add(
              new CallHierarchyIncomingCall(
                  function(
                      caller.name(), caller.file() + ", " + edge.label(), location, caller.file()),
                  List.of(location.getRange())));
        }
      }
    }
    return calls;
  }

  private static CallHierarchyItem item(
      String name, String detail, Location location, JsonObject data) {
    CallHierarchyItem item =
        new CallHierarchyItem(
            name, SymbolKind.Function, location.getUri(), location.getRange(), location.getRange());
    item.setDetail(detail);
    item.setData(data);
    return item;
  }

  private static Optional<String> text(@Nullable JsonElement value) {
    return value != null && value.isJsonPrimitive()
        ? Optional.of(value.getAsString())
        : Optional.empty();
  }
}
