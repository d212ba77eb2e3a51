package org.gfpaudit.analyzer.versions;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.grammar.scan.ReadBuffer;
import org.gfpaudit.grammar.segment.ContentId;
import org.gfpaudit.rules.finding.Problem;

/**
 * Code that is built against many kernels as one of them sees it: what {@code LINUX_VERSION_CODE}
 * decides is decided. All offsets stay.
 */
public final class VersionedTree implements SourceTree {
  private final SourceTree base;
  private final VersionCode version;
  private final VersionMacros macros;

  /**
   * The lines that ask for the version, for each file that was read. They are the same for every
   * version.
   */
  private final ConcurrentHashMap<String, VersionBranches> branches;

  private VersionedTree(
      SourceTree base,
      VersionCode version,
      VersionMacros macros,
      ConcurrentHashMap<String, VersionBranches> branches) {
    this.base = base;
    this.version = version;
    this.macros = macros;
    this.branches = branches;
  }

  /** The files of {@code base} as {@code version} sees them. */
  public static VersionedTree of(SourceTree base, VersionCode version) throws IOException {
    return new VersionedTree(base, version, VersionMacros.of(base), new ConcurrentHashMap<>());
  }

  /** The same files as another version sees them. */
  public VersionedTree at(VersionCode other) {
    return new VersionedTree(base, other, macros, branches);
  }

  /** The releases at which something in the files changes, sorted. */
  public SortedSet<VersionCode> boundaries() throws IOException {
    SortedSet<VersionCode> boundaries = new TreeSet<>();
    for (String file : base.files()) {
      if (macros.isSilent(file)) {
        continue;
      }
      try {
        boundaries.addAll(branches(file, base.read(file)).boundaries());
      } catch (IOException e) {
        // The scan says that it cannot be read.
      }
    }
    return boundaries;
  }

  @Override
  public List<String> files() throws IOException {
    return base.files();
  }

  @Override
  public byte[] read(String path) throws IOException {
    byte[] content = base.read(path);
    return branches(path, content).at(version, content);
  }

  private VersionBranches branches(String path, byte[] content) {
    return branches.computeIfAbsent(path, file -> VersionBranches.of(file, content, macros));
  }

  @Override
  public byte[] readAsWritten(String path) throws IOException {
    return base.readAsWritten(path);
  }

  @Override
  public byte[] readUnlisted(String path, int mostBytes) throws IOException {
    return base.readUnlisted(path, mostBytes);
  }

  @Override
  public int read(String path, ReadBuffer buffer) throws IOException {
    return isSameForAll(path) ? base.read(path, buffer) : buffer.fill(read(path));
  }

  /** Whether it is known that no version decides anything in a file. */
  private boolean isSameForAll(String path) {
    VersionBranches known = branches.get(path);
    return macros.isSilent(path) || (known != null && known.isEmpty());
  }

  /** What one version found out of a file that is the same for all holds for the others too. */
  @Override
  public Optional<Stamped> stamped(String path) {
    return isSameForAll(path) ? base.stamped(path) : Optional.empty();
  }

  @Override
  public boolean isOnDisk(String path) {
    return isSameForAll(path) && base.isOnDisk(path);
  }

  @Override
  public ContentId contentId(String path) {
    return isSameForAll(path) ? base.contentId(path) : ContentId.NONE;
  }

  @Override
  public boolean isOwn(String path) {
    return base.isOwn(path);
  }

  @Override
  public SourceTree changed(Change change) throws IOException {
    return of(base.changed(change), version);
  }

  @Override
  public String name() {
    return base.name();
  }

  @Override
  public List<Problem> problems() {
    return base.problems();
  }
}
