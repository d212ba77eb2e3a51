package org.gfpaudit.testdata.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gfpaudit.testdata.expect.Sample;
import org.gfpaudit.testdata.expect.SampleParser;

/**
 * What is audited at once: one sample file, or the files of one folder.
 *
 * <p>A file alone stands in the tree as {@code fs/sample/NAME}; the files of a folder stand in the
 * tree as they stand in the folder.
 *
 * @param name relative to {@code testdata/rules}
 * @param files the program's own files, by path in the tree
 */
public record Program(String name, Map<String, byte[]> files) {

  /** Every program below {@code rules/}, sorted by name. */
  public static List<Program> all() {
    Path rules = Testdata.directory().resolve("rules");
    List<Program> programs = new ArrayList<>();
    for (Path rule : children(rules)) {
      for (Path child : children(rule)) {
        String name = Testdata.relative(rules, child);
        if (Files.isDirectory(child)) {
          programs.add(new Program(name, Testdata.filesBelow(child)));
        } else {
          programs.add(new Program(name, Map.of("fs/sample/" + child.getFileName(), bytes(child))));
        }
      }
    }
    return programs;
  }

  /** The program's C files with their promises; its makefiles make none. */
  public List<Sample> samples() {
    return files.entrySet().stream()
        .filter(file -> file.getKey().endsWith(".c") || file.getKey().endsWith(".h"))
        .map(file -> SampleParser.parse(file.getKey(), file.getValue()))
        .toList();
  }

  /** The whole tree: the program's files on top of the minikernel's headers. */
  public Map<String, byte[]> tree() {
    String kernel =
        samples().stream()
            .flatMap(sample -> sample.header().stream())
            .map(header -> header.kernel())
            .findFirst()
            .orElse("6.1");
    Path minikernel =
        Testdata.directory().resolve(kernel.equals("6.1") ? "minikernel" : "minikernel-" + kernel);
    Map<String, byte[]> tree = new TreeMap<>();
    Testdata.filesBelow(minikernel)
        .forEach(
            (path, bytes) -> {
              if (path.startsWith("include/") || path.equals("Makefile")) {
                tree.put(path, bytes);
              }
            });
    tree.putAll(files);
    return tree;
  }

  private static List<Path> children(Path directory) {
    try (Stream<Path> list = Files.list(directory)) {
      return list.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
