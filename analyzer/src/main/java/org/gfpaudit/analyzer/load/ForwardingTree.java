package org.gfpaudit.analyzer.load;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.grammar.scan.ReadBuffer;
import org.gfpaudit.grammar.segment.ContentId;
import org.gfpaudit.rules.finding.Problem;

/**
 * A tree that asks another one, for those that do something besides. What {@link #changed} makes of
 * it is not one of these.
 */
public abstract class ForwardingTree implements SourceTree {
  private final SourceTree tree;

  /**
   * @param tree the one that is asked
   */
  protected ForwardingTree(SourceTree tree) {
    this.tree = tree;
  }

  @Override
  public List<String> files() throws IOException {
    return tree.files();
  }

  @Override
  public byte[] read(String path) throws IOException {
    return tree.read(path);
  }

  @Override
  public byte[] readAsWritten(String path) throws IOException {
    return tree.readAsWritten(path);
  }

  @Override
  public byte[] readUnlisted(String path, int mostBytes) throws IOException {
    return tree.readUnlisted(path, mostBytes);
  }

  @Override
  public int read(String path, ReadBuffer buffer) throws IOException {
    return tree.read(path, buffer);
  }

  @Override
  public Optional<Stamped> stamped(String path) {
    return tree.stamped(path);
  }

  @Override
  public boolean isOnDisk(String path) {
    return tree.isOnDisk(path);
  }

  @Override
  public ContentId contentId(String path) {
    return tree.contentId(path);
  }

  @Override
  public boolean isOwn(String path) {
    return tree.isOwn(path);
  }

  @Override
  public String name() {
    return tree.name();
  }

  @Override
  public String lineage() {
    return tree.lineage();
  }

  @Override
  public String baseLineage() {
    return tree.baseLineage();
  }

  @Override
  public List<Problem> problems() {
    return tree.problems();
  }
}
