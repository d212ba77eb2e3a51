package org.gfpaudit.analyzer.reclaim;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.rules.knowledge.Subsystem;
import org.gfpaudit.rules.knowledge.Subsystems;

/**
 * Which subsystem the files of a tree belong to; each that is asked for is looked up once. Safe for
 * several threads.
 */
final class FileOwners {
  private final SourceIndex index;
  private final Subsystems subsystems;
  private final Map<SourceFile, Subsystem> known = new ConcurrentHashMap<>();
  private final Map<String, Map<String, List<SourceFile>>> below = new ConcurrentHashMap<>();

  FileOwners(Model model) {
    this.index = model.index();
    this.subsystems = model.knowledge().subsystems();
  }

  Subsystem of(SourceFile file) {
    Subsystem owner = known.get(file);
    return owner != null
        ? owner
        : known.computeIfAbsent(file, each -> subsystems.of(index.path(each)));
  }

  /** The files of a subsystem below the directory that its name begins with, in order. */
  List<SourceFile> files(String subsystem) {
    String top = subsystem.substring(0, subsystem.indexOf('/') + 1);
    return below.computeIfAbsent(top, this::byName).getOrDefault(subsystem, List.of());
  }

  private Map<String, List<SourceFile>> byName(String top) {
    return index
        .files()
        .filter(file -> index.path(file).startsWith(top))
        .collect(Collectors.groupingBy(file -> of(file).name()));
  }
}
