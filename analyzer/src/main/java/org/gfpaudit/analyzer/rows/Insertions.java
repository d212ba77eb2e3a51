package org.gfpaudit.analyzer.rows;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.grammar.index.Name;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.gfpaudit.rules.knowledge.Sink;

/**
 * Which files put pages into a mapping. A page that is allocated (family F3) in a file without a
 * single insertion (F1) is kept by its allocator: file systems insert where they allocate.
 */
final class Insertions {
  private final SourceIndex index;
  private final Set<Name> insertingNames = new HashSet<>();
  private final Map<SourceFile, Boolean> inserting = new HashMap<>();

  Insertions(Program program, Knowledge knowledge) {
    this.index = program.index();
    for (Sink sink : knowledge.sinks()) {
      if (sink.family() == Sink.Family.INSERTION) {
        index.find(sink.name()).ifPresent(insertingNames::add);
      }
    }
  }

  /** Whether the page that {@code sink} allocates at {@code site} never enters a mapping. */
  boolean isNeverInserted(Sink sink, CallSite site) {
    return sink.family() == Sink.Family.PAGE_ALLOCATION
        && !inserting.computeIfAbsent(index.fileOf(site.entity()), this::inserts);
  }

  private boolean inserts(SourceFile file) {
    return insertingNames.stream()
        .flatMap(name -> index.callers(name).stream())
        .anyMatch(caller -> index.fileOf(caller).equals(file));
  }
}
