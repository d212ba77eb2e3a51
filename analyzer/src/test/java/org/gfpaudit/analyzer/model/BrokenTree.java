package org.gfpaudit.analyzer.model;

import java.io.IOException;
import java.util.List;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.grammar.scan.ReadBuffer;
import org.gfpaudit.grammar.segment.ContentId;
import org.gfpaudit.rules.finding.Problem;

/** A tree whose makefiles end an audit. */
record BrokenTree(SourceTree tree) implements SourceTree {
  @Override
  public List<String> files() throws IOException {
    return tree.files();
  }

  @Override
  public byte[] read(String path) throws IOException {
    return tree.read(path);
  }

  @Override
  public byte[] readUnlisted(String path, int mostBytes) {
    throw new IllegalStateException("broken");
  }

  @Override
  public int read(String path, ReadBuffer buffer) throws IOException {
    return tree.read(path, buffer);
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
  public List<Problem> problems() {
    return tree.problems();
  }
}
