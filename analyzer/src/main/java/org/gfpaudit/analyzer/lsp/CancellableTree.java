package org.gfpaudit.analyzer.lsp;

import java.io.IOException;
import org.gfpaudit.analyzer.load.ForwardingTree;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.grammar.scan.ReadBuffer;

/**
 * A tree that nobody can go on reading whose audit is cancelled: audits read all the time, also
 * where they do not say how far they are.
 */
final class CancellableTree extends ForwardingTree {
  private final SourceTree tree;
  private final Runnable requireWanted;

  /**
   * @param requireWanted throws {@link AuditCancelledError} where the audit is to end, from any
   *     thread
   */
  CancellableTree(SourceTree tree, Runnable requireWanted) {
    super(tree);
    this.tree = tree;
    this.requireWanted = requireWanted;
  }

  @Override
  public byte[] read(String path) throws IOException {
    requireWanted.run();
    return super.read(path);
  }

  @Override
  public byte[] readAsWritten(String path) throws IOException {
    requireWanted.run();
    return super.readAsWritten(path);
  }

  @Override
  public byte[] readUnlisted(String path, int mostBytes) throws IOException {
    requireWanted.run();
    return super.readUnlisted(path, mostBytes);
  }

  @Override
  public int read(String path, ReadBuffer buffer) throws IOException {
    requireWanted.run();
    return super.read(path, buffer);
  }

  @Override
  public SourceTree changed(Change change) throws IOException {
    return new CancellableTree(tree.changed(change), requireWanted);
  }
}
