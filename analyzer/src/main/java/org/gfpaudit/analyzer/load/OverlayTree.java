package org.gfpaudit.analyzer.load;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.gfpaudit.grammar.scan.ReadBuffer;
import org.gfpaudit.rules.finding.Problem;

/** A tree with some of its files replaced in memory; the files are the same. */
public final class OverlayTree implements SourceTree {
  private final SourceTree base;
  private final Map<String, byte[]> replaced;

  /**
   * @param replaced contents by relative path, all of files that {@code base} has; not copied
   */
  public OverlayTree(SourceTree base, Map<String, byte[]> replaced) {
    this.base = base;
    this.replaced = Map.copyOf(replaced);
  }

  @Override
  public List<String> files() throws IOException {
    return base.files();
  }

  @Override
  public byte[] read(String path) throws IOException {
    byte[] content = replaced.get(path);
    return content == null ? base.read(path) : content.clone();
  }

  @Override
  public byte[] readUnlisted(String path, int mostBytes) throws IOException {
    return base.readUnlisted(path, mostBytes);
  }

  @Override
  public int read(String path, ReadBuffer buffer) throws IOException {
    byte[] content = replaced.get(path);
    return content == null ? base.read(path, buffer) : buffer.fill(content);
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
