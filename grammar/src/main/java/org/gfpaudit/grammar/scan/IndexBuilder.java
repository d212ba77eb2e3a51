package org.gfpaudit.grammar.scan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.scan.Scanned.UnscannedFile;
import org.gfpaudit.grammar.segment.ContentMark;
import org.gfpaudit.grammar.segment.Segment;
import org.gfpaudit.grammar.segment.SegmentIndex;
import org.gfpaudit.grammar.thread.JoinedThread;

/** Scans files into segments. The index over them is the same for any number of threads. */
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

  /**
   * Scans the files of these names and builds their index; those that cannot be read are left out.
   *
   * @param paths as the index shall name them, in any order, each once
   */
  public SourceIndex build(List<String> paths) {
    String[] sorted = paths.toArray(String[]::new);
    Arrays.sort(sorted);
    Scanned scanned = scan(List.of(sorted), Marking.none());
    return new SegmentIndex(scanned.segments(), sorted, scanned.segmentOf(), scanned.slotOf());
  }

  /**
   * Scans the files of these names. Files that cannot be read are reported in the result and left
   * out.
   *
   * @param paths sorted
   * @param marking what is noted of their contents
   */
  public Scanned scan(List<String> paths, Marking marking) {
    Run run = new Run(paths.toArray(String[]::new), marking);
    List<JoinedThread> threads = new ArrayList<>();
    int workers = Math.min(threadCount, Math.max(1, paths.size()));
    for (int t = 1; t < workers; t++) {
      threads.add(JoinedThread.start("scan-" + t, run.worker(workers)));
    }
    try {
      run.worker(workers).run();
    } finally {
      JoinedThread.joinAll(threads);
    }
    return run.result();
  }

  /** One scan: the workers draw files from a common counter. */
  private final class Run {
    private final String[] paths;
    private final Marking marking;
    private final AtomicInteger nextFile = new AtomicInteger();
    private final List<Worker> workers = new ArrayList<>();

    Run(String[] paths, Marking marking) {
      this.paths = paths;
      this.marking = marking;
    }

    Worker worker(int workerCount) {
      Worker worker = new Worker(paths, marking, nextFile, paths.length / workerCount + 1);
      workers.add(worker);
      return worker;
    }

    Scanned result() {
      List<Segment> segments = new ArrayList<>();
      List<UnscannedFile> unscanned = new ArrayList<>();
      int[] segmentOf = new int[paths.length];
      int[] slotOf = new int[paths.length];
      Arrays.fill(segmentOf, SegmentIndex.NOWHERE);
      long byteCount = 0;
      for (Worker worker : workers) {
        Part part = worker.part.orElseThrow();
        for (int slot = 0; slot < part.files.size(); slot++) {
          segmentOf[part.files.get(slot)] = segments.size();
          slotOf[part.files.get(slot)] = slot;
        }
        segments.add(part.segment);
        unscanned.addAll(worker.unscanned);
        byteCount += worker.byteCount;
      }
      unscanned.sort(Comparator.comparing(UnscannedFile::path));
      return new Scanned(segments, segmentOf, slotOf, unscanned, byteCount);
    }
  }

  /** What one worker scanned: the files, by their places among all, and what was found in them. */
  private record Part(IntList files, Segment segment) {}

  private final class Worker implements Runnable {
    private final String[] paths;
    private final Marking marking;
    private final AtomicInteger nextFile;
    private final ReadBuffer buffer = new ReadBuffer();
    private final int fileCount;
    private final List<UnscannedFile> unscanned = new ArrayList<>();
    private long byteCount;
    private Optional<Part> part = Optional.empty();

    Worker(String[] paths, Marking marking, AtomicInteger nextFile, int fileCount) {
      this.paths = paths;
      this.marking = marking;
      this.nextFile = nextFile;
      this.fileCount = fileCount;
    }

    @Override
    public void run() {
      FileScanner scanner = new FileScanner(fileCount);
      for (int f = nextFile.getAndIncrement(); f < paths.length; f = nextFile.getAndIncrement()) {
        scan(f, scanner);
      }
      part = Optional.of(new Part(scanner.part().files, scanner.part().toSegment()));
    }

    private void scan(int file, FileScanner scanner) {
      int length;
      try {
        length = reader.read(paths[file], buffer);
      } catch (IOException e) {
        unscanned.add(new UnscannedFile(paths[file], String.valueOf(e.getMessage())));
        return;
      }
      Optional<String> unreadable = SourceFiles.unreadable(buffer.bytes(), length);
      if (unreadable.isPresent()) {
        unscanned.add(new UnscannedFile(paths[file], unreadable.get()));
        return;
      }
      boolean isBegun = false;
      try {
        ContentMark content = marking.key().mark(buffer.bytes(), 0, length);
        if (!marking.known().has(paths[file], content, length)) {
          ContentMark claim = marking.claims().apply(paths[file]);
          isBegun = true;
          scanner.scan(file, content, claim, buffer.bytes(), length);
          byteCount += length;
        }
        progress.accept(length);
      } catch (RuntimeException e) {
        if (isBegun) {
          scanner.part().disownFile();
        }
        unscanned.add(new UnscannedFile(paths[file], "the scanner failed: " + e));
      }
    }
  }
}
