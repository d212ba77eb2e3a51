package org.gfpaudit.analyzer.patch;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gfpaudit.analyzer.model.CallEdge;
import org.gfpaudit.analyzer.model.Through;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.rules.knowledge.EvidenceTables;
import org.gfpaudit.rules.knowledge.ReadPath;

/** Whether a function runs for read-ahead alone, and never for somebody who waits for the page. */
final class ReadAhead {
  private static final int MAX_LEVELS = 4;

  private final PatchContext context;
  private final EvidenceTables paths;
  private final Set<Entity> seen = new HashSet<>();

  ReadAhead(PatchContext context) {
    this.context = context;
    this.paths = context.model().knowledge().evidence();
  }

  /**
   * Whether every caller is known, up to {@value #MAX_LEVELS} calls away, and is the page cache
   * that reads ahead.
   */
  boolean isOnly(Entity function) {
    seen.clear();
    return isOnly(function, 0);
  }

  private boolean isOnly(Entity function, int level) {
    if (!seen.add(function)) {
      return true;
    }
    boolean isFiller = isFiller(function);
    // Of a table that nobody calls through in the tree, who took the address is all that is known.
    List<CallEdge> edges =
        context.edges().callersOf(function).stream()
            .filter(edge -> !isFiller || !(edge.through() instanceof Through.Lost))
            .toList();
    return level < MAX_LEVELS
        && (isFiller || !edges.isEmpty())
        && edges.stream().allMatch(edge -> isAhead(edge) || isByName(edge, level));
  }

  /** Whether a function stands in tables of operations, and only where read-ahead calls it. */
  private boolean isFiller(Entity function) {
    SourceIndex index = context.program().index();
    List<SourceIndex.FieldInitializer> tables = index.initializersWithValue(index.nameOf(function));
    return !tables.isEmpty()
        && tables.stream()
            .allMatch(table -> isAhead(ReadPath.Kind.FIELD, index.text(table.field())));
  }

  private boolean isByName(CallEdge edge, int level) {
    return edge.through().equals(Through.Name.OWN) && isOnly(edge.caller(), level + 1);
  }

  private boolean isAhead(CallEdge edge) {
    if (edge.through() instanceof Through.Field field) {
      return isAhead(ReadPath.Kind.FIELD, field.field().field());
    }
    return edge.kind() == CallEdge.Kind.FILLER
        && isAhead(ReadPath.Kind.FILLER, context.program().name(edge.caller()));
  }

  private boolean isAhead(ReadPath.Kind kind, String name) {
    return paths.readPath(kind, name).filter(ReadPath::isAhead).isPresent();
  }
}
