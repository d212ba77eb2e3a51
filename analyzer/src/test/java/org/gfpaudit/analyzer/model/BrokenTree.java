package org.gfpaudit.analyzer.model;

import org.gfpaudit.analyzer.load.ForwardingTree;
import org.gfpaudit.analyzer.load.SourceTree;

/** A tree whose makefiles end an audit. */
final class BrokenTree extends ForwardingTree {
  BrokenTree(SourceTree tree) {
    super(tree);
  }

  @Override
  public byte[] readUnlisted(String path, int mostBytes) {
    throw new IllegalStateException("broken");
  }
}
