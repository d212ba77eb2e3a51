package org.gfpaudit.analyzer.scope;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gfpaudit.analyzer.model.CallEdge;
import org.gfpaudit.analyzer.model.CallEdges;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.index.SourceIndex;

/**
 * Functions whose name is returned, or chosen by a {@code ?:}, in their own file or that of a
 * caller: who calls them then is not known. The index has no such places, so the texts are
 * searched.
 */
final class GivenAway {
  private final Model model;
  private final CallEdges edges;

  GivenAway(Model model, CallEdges edges) {
    this.model = model;
    this.edges = edges;
  }

  /** Whether somebody may have the address of a function from there. */
  boolean mayBe(Entity function) {
    SourceIndex index = model.index();
    String name = Pattern.quote(model.program().name(function));
    // The name comes first, and what is in front of it is looked at afterwards: that is far faster.
    Pattern given =
        Pattern.compile(
            name + "(?<=(?:\\breturn\\s{1,9}|[?:]\\s{0,9})&?" + name + ")(?!\\w)(?!\\s*\\()");
    List<SourceFile> files =
        Stream.concat(Stream.of(function), edges.directCallersOf(function).map(CallEdge::caller))
            .map(index::fileOf)
            .distinct()
            .toList();
    return files.stream().anyMatch(file -> model.program().isFound(file, given));
  }
}
