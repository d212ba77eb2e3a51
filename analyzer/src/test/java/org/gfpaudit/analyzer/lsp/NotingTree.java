package org.gfpaudit.analyzer.lsp;

import java.io.IOException;
import java.util.function.Consumer;
import org.gfpaudit.analyzer.load.ForwardingTree;
import org.gfpaudit.analyzer.load.SourceTree;

/** A tree that says which texts are read, before they are. */
final class NotingTree extends ForwardingTree {
  private final Consumer<String> noted;

  NotingTree(SourceTree tree, Consumer<String> noted) {
    super(tree);
    this.noted = noted;
  }

  @Override
  public byte[] read(String path) throws IOException {
    noted.accept(path);
    return super.read(path);
  }
}
