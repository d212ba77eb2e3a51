package org.gfpaudit.analyzer.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.load.FileStamp;

/**
 * Which slots hold the files of one tree, as of their stamps. Files that were written so shortly
 * before that a later write could leave the stamp as it is are not in it.
 *
 * @param tree the tree's identity
 * @param paths sorted
 * @param stamps for each path
 * @param slots for each path
 */
record Manifest(String tree, List<String> paths, List<FileStamp> stamps, List<Slot> slots) {
  /** The manifest of a tree that was never indexed. */
  static Manifest empty(String tree) {
    return new Manifest(tree, List.of(), List.of(), List.of());
  }

  /** Finds paths that are asked for in their order without searching. Not for several threads. */
  final class Cursor {
    private int next;

    /** The slot of {@code path} if its stamp is still {@code stamp}. */
    Optional<Slot> find(String path, FileStamp stamp) {
      if (next >= paths.size() || !paths.get(next).equals(path)) {
        int found = Collections.binarySearch(paths, path);
        if (found < 0) {
          next = -found - 1;
          return Optional.empty();
        }
        next = found;
      }
      int here = next++;
      return stamps.get(here).equals(stamp) ? Optional.of(slots.get(here)) : Optional.empty();
    }
  }

  Cursor cursor() {
    return new Cursor();
  }

  /** Collects the entries of a manifest in the order of their paths. */
  static final class Builder {
    private final List<String> paths = new ArrayList<>();
    private final List<FileStamp> stamps = new ArrayList<>();
    private final List<Slot> slots = new ArrayList<>();

    void add(String path, FileStamp stamp, Slot slot) {
      paths.add(path);
      stamps.add(stamp);
      slots.add(slot);
    }

    Manifest of(String tree) {
      return new Manifest(tree, paths, stamps, slots);
    }
  }
}
