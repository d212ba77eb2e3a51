package org.gfpaudit.analyzer.driver;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.gfpaudit.analyzer.load.FileStamp;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.analyzer.store.IndexStore;
import org.gfpaudit.analyzer.store.Slot;
import org.gfpaudit.analyzer.store.StoredSegment;
import org.gfpaudit.grammar.scan.IndexBuilder;
import org.gfpaudit.grammar.scan.Marking;
import org.gfpaudit.grammar.scan.Scanned;
import org.gfpaudit.grammar.segment.ContentId;
import org.gfpaudit.grammar.segment.SegmentIndex;
import org.gfpaudit.rules.finding.Problem;

/**
 * The index of a tree, as a stage of the pipeline: what the store has of its files, and a scan of
 * the others.
 */
public final class Indexing {
  /** As many segments are looked through without a thought. */
  private static final int FEW_SEGMENTS = 4;

  /** With more, questions cost more than scanning the files of the smallest again. */
  private static final int MOST_SEGMENTS = 12;

  /** A segment of which so few files are left is scanned again with the rest. */
  private static final int FEW_FILES = 64;

  private final SourceTree tree;
  private final List<String> files;
  private final IndexStore store;

  /** For each file where its index is, or null. */
  private final Slot[] slots;

  private final List<Optional<SourceTree.Stamped>> stamped = new ArrayList<>();

  private Indexing(SourceTree tree, List<String> files, IndexStore store) {
    this.tree = tree;
    this.files = files;
    this.store = store;
    this.slots = new Slot[files.size()];
  }

  /**
   * Lists the files of the tree of {@code request}, and finds or scans them.
   *
   * @throws IOException where the tree's root cannot be listed
   */
  public static Indexed run(AuditRequest request, Stopwatch stopwatch) throws IOException {
    stopwatch.begin("walk");
    List<String> files = request.tree().files();
    stopwatch.count("files", files.size());
    Indexing indexing = new Indexing(request.tree(), files, request.run().store());
    List<Problem> problems = indexing.scan(request.run(), stopwatch);
    return new Indexed(files, indexing.slots, problems);
  }

  /**
   * {@code indexed}, where all that an audit may read of it is as it was written. Where it is not,
   * what is damaged is said and removed, and its files are scanned anew.
   *
   * @throws IOException as {@link #run} does
   */
  public static Indexed whole(AuditRequest request, Indexed indexed, Stopwatch stopwatch)
      throws IOException {
    Indexed now = indexed;
    while (!isWhole(now.slots(), request.run().store())) {
      now = run(request, stopwatch);
    }
    return now;
  }

  private static boolean isWhole(Slot[] slots, IndexStore store) {
    Set<StoredSegment> segments = new LinkedHashSet<>();
    Arrays.stream(slots).filter(Objects::nonNull).map(Slot::segment).forEach(segments::add);
    // Each is asked, also behind a damaged one, so that one more scan is enough.
    return segments.stream().map(store::isWhole).reduce(true, (one, other) -> one && other);
  }

  private List<Problem> scan(RunOptions run, Stopwatch stopwatch) {
    List<Problem> problems = new ArrayList<>();
    stopwatch.begin("load");
    findStamped();
    findContents();
    List<Integer> missing = missing();
    stopwatch.count("files", files.size() - missing.size());
    stopwatch.begin("scan");
    AtomicLong done = new AtomicLong(files.size() - missing.size());
    IndexBuilder builder =
        new IndexBuilder(
            tree::read,
            run.jobs(),
            bytes -> run.progress().advance(done.incrementAndGet(), files.size()));
    boolean wasNoted = wasNoted();
    List<String> paths = missing.stream().map(files::get).toList();
    SharedContents shared = SharedContents.of(store, tree, paths, slots);
    Scanned scanned =
        builder.scan(
            paths,
            new Marking(store.key(), path -> tree.contentId(path).mark(store.key()), shared));
    take(missing, shared);
    keep(missing, scanned);
    for (Scanned.UnscannedFile file : scanned.unscanned()) {
      problems.add(
          Problem.unread(
              file.path(),
              file.reason(),
              "not read: " + file.reason() + "; calls in it are missing",
              /* severe= */ true));
    }
    stopwatch.count("files", missing.size() - scanned.unscanned().size() - shared.count());
    stopwatch.count("bytes", scanned.byteCount());
    if (shared.count() > 0) {
      stopwatch.count("same", shared.count());
      remarkSame(wasNoted, shared.count());
    }
    return problems;
  }

  /** Says what became of files whose times changed; in a new tree nobody asks. */
  private void remarkSame(boolean wasNoted, int count) {
    if (wasNoted) {
      store.remark(
          "other times but the same content: "
              + count
              + " files were read, compared by their hash and not scanned again");
    }
  }

  private boolean wasNoted() {
    return stamped.stream()
        .flatMap(Optional::stream)
        .findFirst()
        .filter(here -> store.hasNoted(here.tree()))
        .isPresent();
  }

  /** Finds the files that look as they did when they were scanned. */
  private void findStamped() {
    IndexStore.Lookup lookup = store.lookup();
    for (int f = 0; f < slots.length; f++) {
      String path = files.get(f);
      Optional<SourceTree.Stamped> here = tree.stamped(path);
      stamped.add(here);
      if (here.isPresent()) {
        slots[f] = lookup.byStamp(here.get().tree(), path, here.get().stamp()).orElse(null);
      }
    }
  }

  /** Finds the files of which the same repository said the same when they were scanned. */
  private void findContents() {
    Set<Slot> taken = new HashSet<>();
    if (Arrays.stream(slots).anyMatch(Objects::isNull)) {
      Arrays.stream(slots).filter(Objects::nonNull).forEach(taken::add);
    }
    for (int f = 0; f < slots.length; f++) {
      if (slots[f] != null) {
        continue;
      }
      ContentId id = tree.contentId(files.get(f));
      if (id.equals(ContentId.NONE)) {
        continue;
      }
      Optional<Long> size = stamped.get(f).map(s -> s.stamp().size());
      for (Slot slot : store.byClaim(id)) {
        // A work tree may hold another form of a content than the repository: other line ends.
        boolean isSame =
            size.isEmpty() || size.get() == slot.segment().segment().length(slot.number());
        // No slot serves two files, even where two have the same content.
        if (isSame && slots[f] == null && taken.add(slot)) {
          slots[f] = slot;
        }
      }
    }
  }

  /**
   * The files to scan: those that are not known, and those of segments of which little is left, so
   * that there are never many segments.
   */
  private List<Integer> missing() {
    List<Integer> missing = new ArrayList<>();
    Map<StoredSegment, List<Integer>> bySegment = new LinkedHashMap<>();
    for (int f = 0; f < slots.length; f++) {
      if (slots[f] == null) {
        missing.add(f);
      } else {
        bySegment.computeIfAbsent(slots[f].segment(), s -> new ArrayList<>()).add(f);
      }
    }
    if (missing.isEmpty() && bySegment.size() <= MOST_SEGMENTS) {
      return missing;
    }
    List<List<Integer>> smallestFirst = new ArrayList<>(bySegment.values());
    smallestFirst.sort(Comparator.comparingInt(List::size));
    int segmentCount = smallestFirst.size();
    for (List<Integer> few : smallestFirst) {
      boolean isCheap = few.size() <= missing.size() + FEW_FILES;
      if (segmentCount < FEW_SEGMENTS || (segmentCount <= MOST_SEGMENTS && !isCheap)) {
        break;
      }
      few.forEach(f -> slots[f] = null);
      missing.addAll(few);
      segmentCount--;
    }
    Collections.sort(missing);
    return missing;
  }

  /** Takes the files whose content turned out to be known. */
  private void take(List<Integer> missing, SharedContents shared) {
    for (int f : missing) {
      shared.slot(files.get(f)).ifPresent(slot -> slots[f] = slot);
    }
  }

  /**
   * Takes what was scanned into the store. A later run can use it where it meets the same content
   * again, for results hold where that is the same; so a segment of one file is worth keeping, also
   * of one that was written so shortly before that no note of its looks can be trusted. Such a file
   * is read again by the next run, and what it holds then is compared.
   */
  private void keep(List<Integer> missing, Scanned scanned) {
    Set<String> failed = new HashSet<>();
    scanned.unscanned().forEach(file -> failed.add(file.path()));
    boolean[] isKept = new boolean[scanned.segments().size()];
    for (int i = 0; i < missing.size(); i++) {
      if (scanned.segmentOf()[i] != SegmentIndex.NOWHERE) {
        isKept[scanned.segmentOf()[i]] |=
            tree.isOnDisk(files.get(missing.get(i)))
                || !tree.contentId(files.get(missing.get(i))).equals(ContentId.NONE);
      }
    }
    if (missing.isEmpty()) {
      return;
    }
    List<StoredSegment> segments = new ArrayList<>();
    for (int s = 0; s < isKept.length; s++) {
      segments.add(store.add(scanned.segments().get(s), isKept[s]));
    }
    for (int i = 0; i < missing.size(); i++) {
      if (scanned.segmentOf()[i] != SegmentIndex.NOWHERE) {
        slots[missing.get(i)] = new Slot(segments.get(scanned.segmentOf()[i]), scanned.slotOf()[i]);
      }
    }
    note(failed, missing);
  }

  /** Notes where the files are now, for each directory of which some were scanned. */
  private void note(Set<String> failed, List<Integer> missing) {
    record Noted(List<String> paths, List<FileStamp> stamps, List<Slot> slots) {}
    Map<String, Noted> trees = new LinkedHashMap<>();
    for (int f : missing) {
      stamped
          .get(f)
          .ifPresent(
              here ->
                  trees.computeIfAbsent(
                      here.tree(),
                      t -> new Noted(new ArrayList<>(), new ArrayList<>(), new ArrayList<>())));
    }
    for (int f = 0; f < slots.length; f++) {
      Optional<SourceTree.Stamped> here = stamped.get(f);
      Noted noted = here.map(known -> trees.get(known.tree())).orElse(null);
      if (noted != null && slots[f] != null && !failed.contains(files.get(f))) {
        noted.paths.add(files.get(f));
        noted.stamps.add(here.get().stamp());
        noted.slots.add(slots[f]);
      }
    }
    trees.forEach((t, noted) -> store.note(t, noted.paths, noted.stamps, noted.slots));
  }
}
