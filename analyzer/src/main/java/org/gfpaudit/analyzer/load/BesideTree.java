package org.gfpaudit.analyzer.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gfpaudit.grammar.scan.ReadBuffer;
import org.gfpaudit.grammar.segment.ContentId;
import org.gfpaudit.rules.finding.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A module and the kernel it is built against, as one tree: names come from both, what is audited
 * is the module. Both keep their paths; where both have a file of one path, it is the module's.
 */
public final class BesideTree implements SourceTree {
  private final SourceTree module;
  private final SourceTree kernel;
  private @Nullable Set<String> own;

  public BesideTree(SourceTree module, SourceTree kernel) {
    this.module = module;
    this.kernel = kernel;
  }

  @Override
  public List<String> files() throws IOException {
    TreeSet<String> files = new TreeSet<>(kernel.files());
    files.addAll(own());
    return List.copyOf(files);
  }

  @Override
  public byte[] read(String path) throws IOException {
    return (isOwnOrFails(path) ? module : kernel).read(path);
  }

  @Override
  public byte[] readAsWritten(String path) throws IOException {
    return (isOwnOrFails(path) ? module : kernel).readAsWritten(path);
  }

  @Override
  public byte[] readUnlisted(String path, int mostBytes) throws IOException {
    try {
      return module.readUnlisted(path, mostBytes);
    } catch (IOException notThere) {
      return kernel.readUnlisted(path, mostBytes);
    }
  }

  @Override
  public int read(String path, ReadBuffer buffer) throws IOException {
    return (isOwnOrFails(path) ? module : kernel).read(path, buffer);
  }

  @Override
  public Optional<Stamped> stamped(String path) {
    return (isOwn(path) ? module : kernel).stamped(path);
  }

  @Override
  public boolean isOnDisk(String path) {
    return (isOwn(path) ? module : kernel).isOnDisk(path);
  }

  @Override
  public ContentId contentId(String path) {
    return (isOwn(path) ? module : kernel).contentId(path);
  }

  @Override
  public boolean isOwn(String path) {
    try {
      return own().contains(path);
    } catch (IOException e) {
      return false; // Then files() has thrown before, and nobody asks.
    }
  }

  private boolean isOwnOrFails(String path) throws IOException {
    return own().contains(path);
  }

  private synchronized Set<String> own() throws IOException {
    if (own == null) {
      own = new HashSet<>(module.files());
    }
    return own;
  }

  @Override
  public SourceTree changed(Change change) throws IOException {
    return new BesideTree(module.changed(change), kernel);
  }

  /** The kernel. */
  public SourceTree kernel() {
    return kernel;
  }

  @Override
  public String name() {
    return module.name();
  }

  @Override
  public String lineage() {
    return module.lineage() + "+" + kernel.lineage();
  }

  @Override
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>(module.problems());
    problems.addAll(kernel.problems());
    return problems;
  }
}
