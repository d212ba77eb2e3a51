package org.gfpaudit.testdata.callgraph;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeSet;
import org.gfpaudit.analyzer.kbuild.Kbuild;
import org.gfpaudit.analyzer.load.MemoryTree;
import org.gfpaudit.analyzer.model.Aliases;
import org.gfpaudit.analyzer.model.CallEdge;
import org.gfpaudit.analyzer.model.CallEdges;
import org.gfpaudit.analyzer.model.Coexistence;
import org.gfpaudit.analyzer.model.FieldOwners;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.analyzer.model.TypeOracle;
import org.gfpaudit.analyzer.model.Visibility;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.scan.IndexBuilder;
import org.gfpaudit.rules.knowledge.Knowledge;

/** A program of a few files with its edges, in the notation of {@code WANT} blocks. */
final class CallGraphSample {
  private final SourceIndex index;
  private final CallEdges edges;

  private CallGraphSample(SourceIndex index, CallEdges edges) {
    this.index = index;
    this.edges = edges;
  }

  static CallGraphSample of(Map<String, String> files) {
    MemoryTree tree = new MemoryTree("sample", files);
    SourceIndex index = new IndexBuilder(tree::read, 1, bytes -> {}).build(tree.files());
    Program program = new Program(tree, index);
    Coexistence coexistence = new Coexistence(index, new Kbuild(tree));
    Visibility visibility = new Visibility(index, coexistence);
    Aliases aliases = new Aliases(program, visibility);
    TypeOracle types = new TypeOracle(program, visibility);
    FieldOwners owners = new FieldOwners(program);
    return new CallGraphSample(
        index, new CallEdges(program, aliases, types, owners, Knowledge.shipped()));
  }

  /** All edges, found from their callees. */
  TreeSet<String> fromCallees() {
    TreeSet<String> found = new TreeSet<>();
    for (Entity entity : index.entities().toList()) {
      edges.callersOf(entity).forEach(edge -> found.add(display(edge)));
    }
    return found;
  }

  /** All edges, found from their callers. */
  TreeSet<String> fromCallers() {
    TreeSet<String> found = new TreeSet<>();
    for (Entity entity : index.entities().toList()) {
      edges.calleesOf(entity).forEach(edge -> found.add(display(edge)));
    }
    return found;
  }

  /** The names of what the function {@code entry} can run; a lost address runs nothing. */
  TreeSet<String> reachable() {
    TreeSet<String> names = new TreeSet<>();
    Deque<Entity> pending = new ArrayDeque<>();
    pending.addAll(index.definitions("entry"));
    while (!pending.isEmpty()) {
      for (CallEdge edge : edges.calleesOf(pending.poll())) {
        if (edge.kind().isCall() && names.add(name(edge.callee()))) {
          pending.add(edge.callee());
        }
      }
    }
    return names;
  }

  private String display(CallEdge edge) {
    String through = edge.through().display();
    String way = through.isEmpty() ? "" : " " + through;
    return "edge "
        + name(edge.caller())
        + " --"
        + edge.kind().word()
        + way
        + "--> "
        + name(edge.callee());
  }

  private String name(Entity entity) {
    return index.text(index.nameOf(entity));
  }
}
