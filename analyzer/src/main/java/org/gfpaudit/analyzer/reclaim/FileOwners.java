package org.gfpaudit.analyzer.reclaim;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

  FileOwners(Model model) {
    this.index = model.index();
    this.subsystems = model.knowledge().subsystems();
  }

  Subsystem of(SourceFile file) {
    return known.computeIfAbsent(file, each -> subsystems.of(index.path(each)));
  }

  /** The files of a subsystem below the directory that its name begins with, in order. */
  List<SourceFile> files(String subsystem) {
    String top = subsystem.substring(0, subsystem.indexOf('/') + 1);
    return index
        .files()
        .filter(file -> index.path(file).startsWith(top))
        .filter(file -> of(file).name().equals(subsystem))
        .toList();
  }
}
