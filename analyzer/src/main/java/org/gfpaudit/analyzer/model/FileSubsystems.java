package org.gfpaudit.analyzer.model;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Collectors;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.rules.knowledge.Subsystem;
import org.gfpaudit.rules.knowledge.Subsystems;

/**
 * Which subsystem the files of a tree belong to; each that is asked for is looked up once. Safe for
 * several threads.
 */
public final class FileSubsystems {
  private final SourceIndex index;
  private final Subsystems subsystems;
  private final AtomicReferenceArray<Subsystem> known;

  /** One object for each subsystem: they are compared more often than anything else. */
  private final ConcurrentMap<Subsystem, Subsystem> all = new ConcurrentHashMap<>();

  private final Memo<String, Map<String, List<SourceFile>>> below;

  FileSubsystems(SourceIndex index, Subsystems subsystems, Tracing tracing) {
    this.index = index;
    this.subsystems = subsystems;
    this.below = new Memo<>(tracing, "files of subsystems");
    this.known = new AtomicReferenceArray<>(index.fileBound());
  }

  /** The subsystem of a file. */
  public Subsystem of(SourceFile file) {
    Subsystem subsystem = known.get(file.number());
    if (subsystem == null) {
      subsystem = all.computeIfAbsent(subsystems.of(index.path(file)), each -> each);
      known.set(file.number(), subsystem);
    }
    return subsystem;
  }

  /** The files of a subsystem below the directory that its name begins with, in order. */
  public List<SourceFile> files(String subsystem) {
    String top = subsystem.substring(0, subsystem.indexOf('/') + 1);
    return below.get(top, this::byName).getOrDefault(subsystem, List.of());
  }

  private Map<String, List<SourceFile>> byName(String top) {
    return index.files(top).collect(Collectors.groupingBy(file -> of(file).name()));
  }
}
