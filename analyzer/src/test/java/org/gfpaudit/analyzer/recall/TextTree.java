package org.gfpaudit.analyzer.recall;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.grammar.scan.ReadBuffer;
import org.gfpaudit.rules.finding.Problem;

/** A tree whose texts are not those that were scanned. */
final class TextTree implements SourceTree {
  private final SourceTree scanned;
  private final Map<String, byte[]> texts;

  TextTree(SourceTree scanned, Map<String, byte[]> texts) {
    this.scanned = scanned;
    this.texts = texts;
  }

  @Override
  public List<String> files() throws IOException {
    return scanned.files();
  }

  @Override
  public byte[] read(String path) throws IOException {
    return texts.containsKey(path) ? texts.get(path) : scanned.read(path);
  }

  @Override
  public byte[] readUnlisted(String path, int mostBytes) throws IOException {
    return scanned.readUnlisted(path, mostBytes);
  }

  @Override
  public int read(String path, ReadBuffer buffer) throws IOException {
    return scanned.read(path, buffer);
  }

  @Override
  public String name() {
    return scanned.name();
  }

  @Override
  public String lineage() {
    return scanned.lineage();
  }

  @Override
  public List<Problem> problems() {
    return scanned.problems();
  }
}
