package org.gfpaudit.analyzer.load;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gfpaudit.grammar.scan.ReadBuffer;
import org.gfpaudit.grammar.segment.ContentId;
import org.gfpaudit.rules.finding.Problem;

/** A tree with some of its files replaced, added or taken away in memory. */
public final class OverlayTree implements SourceTree {
  private final SourceTree base;
  private final String name;
  private final Map<String, byte[]> replaced;
  private final Map<String, ContentId> ids;
  private final Set<String> removed;

  /**
   * A tree of the same files.
   *
   * @param replaced contents by relative path, all of files that {@code base} has; not copied
   */
  public OverlayTree(SourceTree base, Map<String, byte[]> replaced) {
    this(base, base.name(), replaced, Map.of(), Set.of());
  }

  /**
   * A tree of other files.
   *
   * @param name what people call it
   * @param replaced contents by relative path, of files that {@code base} has or not; not copied
   * @param ids what git calls those contents, as far as it knows them
   * @param removed paths of files that it does not have
   */
  public OverlayTree(
      SourceTree base,
      String name,
      Map<String, byte[]> replaced,
      Map<String, ContentId> ids,
      Set<String> removed) {
    this.ids = Map.copyOf(ids);
    this.base = base;
    this.name = name;
    this.replaced = Map.copyOf(replaced);
    this.removed = Set.copyOf(removed);
  }

  @Override
  public List<String> files() throws IOException {
    List<String> present = base.files();
    boolean areAllThere =
        replaced.keySet().stream()
            .filter(CodeFiles::isCode)
            .allMatch(path -> Collections.binarySearch(present, path) >= 0);
    if (areAllThere && removed.isEmpty()) {
      return present;
    }
    TreeSet<String> files = new TreeSet<>(present);
    replaced.keySet().stream().filter(CodeFiles::isCode).forEach(files::add);
    files.removeAll(removed);
    return List.copyOf(files);
  }

  @Override
  public byte[] read(String path) throws IOException {
    Optional<byte[]> content = content(path);
    return content.isEmpty() ? base.read(path) : content.get().clone();
  }

  @Override
  public byte[] readAsWritten(String path) throws IOException {
    Optional<byte[]> content = content(path);
    return content.isEmpty() ? base.readAsWritten(path) : content.get().clone();
  }

  @Override
  public byte[] readUnlisted(String path, int mostBytes) throws IOException {
    Optional<byte[]> content = content(path);
    if (content.isEmpty()) {
      return base.readUnlisted(path, mostBytes);
    }
    if (content.get().length > mostBytes) {
      throw new TooLargeException(mostBytes);
    }
    return content.get().clone();
  }

  @Override
  public int read(String path, ReadBuffer buffer) throws IOException {
    Optional<byte[]> content = content(path);
    return content.isEmpty() ? base.read(path, buffer) : buffer.fill(content.get());
  }

  /** The content that takes the place of the base's, if there is one. */
  private Optional<byte[]> content(String path) throws IOException {
    if (removed.contains(path)) {
      throw new IOException("no such file");
    }
    return Optional.ofNullable(replaced.get(path));
  }

  @Override
  public Optional<Stamped> stamped(String path) {
    return replaced.containsKey(path) ? Optional.empty() : base.stamped(path);
  }

  @Override
  public boolean isOnDisk(String path) {
    return !replaced.containsKey(path) && base.isOnDisk(path);
  }

  @Override
  public ContentId contentId(String path) {
    return replaced.containsKey(path)
        ? ids.getOrDefault(path, ContentId.NONE)
        : base.contentId(path);
  }

  @Override
  public boolean isOwn(String path) {
    return base.isOwn(path);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String lineage() {
    return base.lineage() + "@" + name;
  }

  @Override
  public String baseLineage() {
    return base.lineage();
  }

  @Override
  public List<Problem> problems() {
    return base.problems();
  }
}
