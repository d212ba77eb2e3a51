package org.gfpaudit.analyzer.lsp;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.grammar.scan.ReadBuffer;
import org.gfpaudit.grammar.segment.ContentId;
import org.gfpaudit.rules.finding.Problem;

/** A tree that says which texts are read, before they are. */
final class NotingTree implements SourceTree {
  private final SourceTree tree;
  private final Consumer<String> noted;

  NotingTree(SourceTree tree, Consumer<String> noted) {
    this.tree = tree;
    this.noted = noted;
  }

  @Override
  public List<String> files() throws IOException {
    return tree.files();
  }

  @Override
  public byte[] read(String path) throws IOException {
    noted.accept(path);
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
  public ContentId contentId(String path) {
    return tree.contentId(path);
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
