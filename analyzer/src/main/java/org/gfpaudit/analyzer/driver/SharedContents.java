package org.gfpaudit.analyzer.driver;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.analyzer.store.IndexStore;
import org.gfpaudit.analyzer.store.Slot;
import org.gfpaudit.analyzer.store.StoredSegment;
import org.gfpaudit.grammar.scan.Marking;
import org.gfpaudit.grammar.segment.ContentMark;

/**
 * Files of one tree that another tree was scanned with. Only the hash of what was read counts, with
 * a key that no tree knows; what repositories say of contents does not.
 */
final class SharedContents implements Marking.Known {
  /** Questions cost more with each. */
  private static final int MOST_SEGMENTS = 4;

  /** Fewer files are scanned sooner than other segments are opened. */
  private static final int WORTH_IT = 256;

  /** A segment of fewer is not worth a question. */
  private static final int LEAST_FILES = 64;

  /** So many of the files are looked up everywhere, to see which segments have them. */
  private static final int SAMPLE = 128;

  private final List<StoredSegment> segments;

  /** No slot serves two files, even where two have the same content. */
  private final Set<Slot> taken = ConcurrentHashMap.newKeySet();

  private final Map<String, Slot> found = new ConcurrentHashMap<>();

  private SharedContents(List<StoredSegment> segments, Set<Slot> taken) {
    this.segments = segments;
    this.taken.addAll(taken);
  }

  /**
   * What can be had for a scan.
   *
   * @param paths the files to be scanned
   * @param slots those in use already, and nulls
   */
  static SharedContents of(IndexStore store, SourceTree tree, List<String> paths, Slot[] slots) {
    Set<Slot> taken = new HashSet<>();
    if (paths.size() < WORTH_IT) {
      return new SharedContents(List.of(), taken);
    }
    Arrays.stream(slots).filter(Objects::nonNull).forEach(taken::add);
    return new SharedContents(likely(store, tree, paths), taken);
  }

  /** The segments that have the most files of a sample; other trees may have larger ones. */
  private static List<StoredSegment> likely(IndexStore store, SourceTree tree, List<String> paths) {
    List<StoredSegment> all = store.largest(LEAST_FILES);
    if (all.size() <= MOST_SEGMENTS) {
      return all;
    }
    Map<StoredSegment, Integer> hits = new HashMap<>();
    int step = paths.size() / SAMPLE + 1;
    for (int i = 0; i < paths.size(); i += step) {
      Optional<ContentMark> content = content(store, tree, paths.get(i));
      for (StoredSegment stored : all) {
        content.ifPresent(
            mark ->
                stored.segment().findContent(mark, slot -> hits.merge(stored, 1, Integer::sum)));
      }
    }
    return all.stream()
        .filter(hits::containsKey)
        .sorted(Comparator.comparing(stored -> -hits.getOrDefault(stored, 0)))
        .limit(MOST_SEGMENTS)
        .toList();
  }

  private static Optional<ContentMark> content(IndexStore store, SourceTree tree, String path) {
    try {
      byte[] bytes = tree.read(path);
      return Optional.of(store.key().mark(bytes, 0, bytes.length));
    } catch (IOException e) {
      return Optional.empty(); // The scan says so.
    }
  }

  @Override
  public boolean has(String path, ContentMark content, int length) {
    for (StoredSegment stored : segments) {
      stored
          .segment()
          .findContent(
              content,
              number -> {
                Slot slot = new Slot(stored, number);
                if (stored.segment().length(number) == length
                    && !found.containsKey(path)
                    && taken.add(slot)) {
                  found.put(path, slot);
                }
              });
      if (found.containsKey(path)) {
        return true;
      }
    }
    return false;
  }

  /** The slot that a file shares; empty where it was scanned. */
  Optional<Slot> slot(String path) {
    return Optional.ofNullable(found.get(path));
  }

  int count() {
    return found.size();
  }
}
