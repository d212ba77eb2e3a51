package org.gfpaudit.analyzer.lsp;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.grammar.scan.ReadBuffer;
import org.gfpaudit.grammar.segment.ContentId;
import org.gfpaudit.rules.finding.Problem;

/**
 * A tree that nobody can go on reading whose audit is cancelled: audits read all the time, also
 * where they do not say how far they are.
 */
final class CancellableTree implements SourceTree {
  private final SourceTree tree;
  private final Runnable requireWanted;

  /**
   * @param requireWanted throws {@link AuditCancelledError} where the audit is to end, from any
   *     thread
   */
  CancellableTree(SourceTree tree, Runnable requireWanted) {
    this.tree = tree;
    this.requireWanted = requireWanted;
  }

  @Override
  public List<String> files() throws IOException {
    return tree.files();
  }

  @Override
  public byte[] read(String path) throws IOException {
    requireWanted.run();
    return tree.read(path);
  }

  @Override
  public byte[] readAsWritten(String path) throws IOException {
    requireWanted.run();
    return tree.readAsWritten(path);
  }

  @Override
  public byte[] readUnlisted(String path, int mostBytes) throws IOException {
    requireWanted.run();
    return tree.readUnlisted(path, mostBytes);
  }

  @Override
  public int read(String path, ReadBuffer buffer) throws IOException {
    requireWanted.run();
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
  public SourceTree changed(Change change) throws IOException {
    return new CancellableTree(tree.changed(change), requireWanted);
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
