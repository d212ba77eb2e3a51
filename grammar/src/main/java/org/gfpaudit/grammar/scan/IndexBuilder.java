package org.gfpaudit.grammar.scan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.scan.ScanResult.UnscannedFile;

/** Scans files into an index. The result is the same for any number of threads. */
public final class IndexBuilder {
  private final SourceReader reader;
  private final int threadCount;
  private final LongConsumer progress;

  /**
   * @param threadCount at least 1; the calling thread is one of them
   */
  public IndexBuilder(SourceReader reader, int threadCount) {
    this(reader, threadCount, bytes -> {});
  }

  /**
   * @param threadCount at least 1; the calling thread is one of them
   * @param progress told the length of each file that was scanned, by any of the threads
   */
  public IndexBuilder(SourceReader reader, int threadCount, LongConsumer progress) {
    if (threadCount < 1) {
      throw new IllegalArgumentException("not a number of threads: " + threadCount);
    }
    this.reader = reader;
    this.threadCount = threadCount;
    this.progress = progress;
  }

  /** An index of texts in memory, by path. */
  public static SourceIndex ofTexts(Map<String, String> texts) {
    SourceReader reader =
        (path, buffer) -> buffer.fill(texts.get(path).getBytes(StandardCharsets.UTF_8));
    return new IndexBuilder(reader, 1).build(List.copyOf(texts.keySet())).index();
  }

  /**
   * Scans the files of these names and builds their index. Files that cannot be read are reported
   * in the result and left out.
   *
   * @param paths as the index shall name them, in any order, each once
   */
  public ScanResult build(List<String> paths) {
    String[] sorted = paths.toArray(String[]::new);
    Arrays.sort(sorted);
    Run run = new Run(sorted);
    List<Thread> threads = new ArrayList<>();
    for (int t = 1; t < threadCount; t++) {
      Thread thread = new Thread(run.worker(), "scan-" + t);
      threads.add(thread);
      thread.start();
    }
    run.worker().run();
    for (Thread thread : threads) {
      join(thread);
    }
    return run.result();
  }

  private static void join(Thread thread) {
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** One scan: the workers draw files from a common counter. */
  private final class Run {
    private final String[] paths;
    private final AtomicInteger nextFile = new AtomicInteger();
    private final List<Worker> workers = new ArrayList<>();

    Run(String[] paths) {
      this.paths = paths;
    }

    Worker worker() {
      Worker worker = new Worker(paths, nextFile);
      workers.add(worker);
      return worker;
    }

    ScanResult result() {
      List<ScanPart> parts = new ArrayList<>();
      List<UnscannedFile> unscanned = new ArrayList<>();
      long byteCount = 0;
      for (Worker worker : workers) {
        if (worker.failure != null) {
          throw worker.failure;
        }
        parts.add(worker.scanner.part());
        unscanned.addAll(worker.unscanned);
        byteCount += worker.byteCount;
      }
      unscanned.sort(Comparator.comparing(UnscannedFile::path));
      TableIndex index = new IndexMerger(parts, paths.length).merge(paths);
      return new ScanResult(index, unscanned, byteCount);
    }
  }

  private final class Worker implements Runnable {
    private final String[] paths;
    private final AtomicInteger nextFile;
    private final ReadBuffer buffer = new ReadBuffer();
    private final FileScanner scanner = new FileScanner();
    private final List<UnscannedFile> unscanned = new ArrayList<>();
    private long byteCount;
    private Error failure;

    Worker(String[] paths, AtomicInteger nextFile) {
      this.paths = paths;
      this.nextFile = nextFile;
    }

    @Override
    public void run() {
      try {
        for (int f = nextFile.getAndIncrement(); f < paths.length; f = nextFile.getAndIncrement()) {
          scan(f);
        }
      } catch (Error e) {
        // Out of memory in a worker must reach the caller, not only this thread's handler.
        failure = e;
      }
    }

    private void scan(int file) {
      int length;
      try {
        length = reader.read(paths[file], buffer);
      } catch (IOException e) {
        unscanned.add(new UnscannedFile(paths[file], String.valueOf(e.getMessage())));
        return;
      }
      try {
        scanner.scan(file, buffer.bytes(), length);
        byteCount += length;
        progress.accept(length);
      } catch (RuntimeException e) {
        unscanned.add(new UnscannedFile(paths[file], "the scanner failed: " + e));
      }
    }
  }
}
