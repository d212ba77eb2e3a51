package org.gfpaudit.testdata.callgraph;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gfpaudit.analyzer.calls.CallEdge;
import org.gfpaudit.analyzer.calls.CallEdges;
import org.gfpaudit.analyzer.kbuild.Kbuild;
import org.gfpaudit.analyzer.load.MemoryTree;
import org.gfpaudit.analyzer.program.Aliases;
import org.gfpaudit.analyzer.program.Coexistence;
import org.gfpaudit.analyzer.program.FieldOwners;
import org.gfpaudit.analyzer.program.Program;
import org.gfpaudit.analyzer.program.TypeOracle;
import org.gfpaudit.analyzer.program.Visibility;
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
        index,
        new CallEdges(
            program, visibility, aliases, coexistence, types, owners, Knowledge.shipped()));
  }

  /** All edges, found from their callees. */
  Set<String> fromCallees() {
    TreeSet<String> found = new TreeSet<>();
    for (int entity = 0; entity < index.entityCount(); entity++) {
      edges.callersOf(entity).forEach(edge -> found.add(display(edge)));
    }
    return found;
  }

  /** All edges, found from their callers. */
  Set<String> fromCallers() {
    TreeSet<String> found = new TreeSet<>();
    for (int entity = 0; entity < index.entityCount(); entity++) {
      edges.calleesOf(entity).forEach(edge -> found.add(display(edge)));
    }
    return found;
  }

  /** The names of what the function {@code entry} can run; a lost address runs nothing. */
  Set<String> reachable() {
    TreeSet<String> names = new TreeSet<>();
    Deque<Integer> pending = new ArrayDeque<>();
    Arrays.stream(index.definitions(index.nameId("entry"))).forEach(pending::add);
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
    String way = edge.through().isEmpty() ? "" : " " + edge.through();
    return "edge "
        + name(edge.caller())
        + " --"
        + edge.kind().word()
        + way
        + "--> "
        + name(edge.callee());
  }

  private String name(int entity) {
    return index.name(index.nameOf(entity));
  }
}
