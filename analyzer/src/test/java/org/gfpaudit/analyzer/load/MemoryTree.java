package org.gfpaudit.analyzer.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gfpaudit.grammar.scan.ReadBuffer;
import org.gfpaudit.rules.finding.Problem;

/** A tree of texts in memory. */
public final class MemoryTree implements SourceTree {
  private final String name;
  private final TreeMap<String, byte[]> contents = new TreeMap<>();

  private MemoryTree(String name) {
    this.name = name;
  }

  /** A tree of the given texts by relative path, encoded as UTF-8. */
  public MemoryTree(String name, Map<String, String> texts) {
    this(name);
    texts.forEach((path, text) -> contents.put(path, text.getBytes(StandardCharsets.UTF_8)));
  }

  /** A tree of the given contents by relative path, in whatever encoding; they are copied. */
  public static MemoryTree ofBytes(String name, Map<String, byte[]> contents) {
    MemoryTree tree = new MemoryTree(name);
    contents.forEach((path, content) -> tree.contents.put(path, content.clone()));
    return tree;
  }

  @Override
  public List<String> files() {
    return contents.keySet().stream().filter(CodeFiles::isCode).toList();
  }

  @Override
  public byte[] read(String path) throws IOException {
    return content(path).clone();
  }

  @Override
  public byte[] readUnlisted(String path, int mostBytes) throws IOException {
    byte[] content = content(path);
    if (content.length > mostBytes) {
      throw new TooLargeException(mostBytes);
    }
    return content.clone();
  }

  @Override
  public int read(String path, ReadBuffer buffer) throws IOException {
    return buffer.fill(content(path));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Problem> problems() {
    return List.of();
  }

  private byte[] content(String path) throws IOException {
    byte[] content = contents.get(path);
    if (content == null) {
      throw new IOException("no such file");
    }
    return content;
  }
}
