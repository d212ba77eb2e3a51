package org.gfpaudit.grammar.scan;

import java.io.BufferedWriter;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.segment.SegmentIndex;

/**
 * Measures the scan of a real tree; run by hand: {@code java -cp target/classes:target/test-classes
 * org.gfpaudit.grammar.scan.ScanBenchmark TREE THREADS ROUNDS [FUNCTIONS_OUT]}.
 */
final class ScanBenchmark {
  private ScanBenchmark() {}

  public static void main(String[] args) throws IOException {
    PrintStream out = System.out;
    String root = args[0];
    int threads = Integer.parseInt(args[1]);
    int rounds = Integer.parseInt(args[2]);
    for (int round = 1; round < rounds; round++) {
      scan(root, threads);
    }
    SourceIndex index = scan(root, threads);
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    out.printf("live %d MB%n", (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000);
    for (EntityKind kind : EntityKind.values()) {
      int count = 0;
      for (Entity e : index.entities().toList()) {
        count += index.kind(e) == kind ? 1 : 0;
      }
      out.printf("%s %d%n", kind, count);
    }
    if (args.length > 3) {
      writeFunctions(index, Path.of(args[3]));
    }
  }

  private static SourceIndex scan(String root, int threads) {
    PrintStream out = System.out;
    long start = System.nanoTime();
    List<String> paths = new ArrayList<>();
    walk(new File(root), "", paths);
    long walked = System.nanoTime();
    SourceReader reader =
        (path, buffer) -> {
          try (InputStream in = new FileInputStream(root + "/" + path)) {
            return buffer.fill(in);
          }
        };
    paths.sort(null);
    Scanned result = new IndexBuilder(reader, threads).scan(paths, Marking.none());
    SourceIndex index =
        new SegmentIndex(
            result.segments(), paths.toArray(String[]::new), result.segmentOf(), result.slotOf());
    long done = System.nanoTime();
    out.printf(
        "walk %d ms, scan and merge %d ms, %d files, %d MB, %d entities, %d unscanned%n",
        (walked - start) / 1_000_000,
        (done - walked) / 1_000_000,
        index.files().count(),
        result.byteCount() / 1_000_000,
        index.entityCount(),
        result.unscanned().size());
    result.unscanned().forEach(out::println);
    return index;
  }

  private static void writeFunctions(SourceIndex index, Path out) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
      for (Entity e : index.entities().toList()) {
        writer.write(
            String.join(
                "\t",
                index.kind(e).toString(),
                index.text(index.nameOf(e)),
                index.path(index.fileOf(e)),
                String.valueOf(index.extent(e).start()),
                String.valueOf(index.extent(e).end()),
                index.condition(e).toString()));
        writer.newLine();
      }
    }
  }

  private static void walk(File directory, String prefix, List<String> paths) {
    String[] names = directory.list();
    if (names == null) {
      return;
    }
    for (String name : names) {
      if (SourceFiles.holdsCode(name)) {
        paths.add(prefix + name);
      } else if (name.indexOf('.') < 0) {
        File child = new File(directory, name);
        if (Files.isDirectory(child.toPath(), LinkOption.NOFOLLOW_LINKS)) {
          walk(child, prefix + name + "/", paths);
        }
      }
    }
  }
}
