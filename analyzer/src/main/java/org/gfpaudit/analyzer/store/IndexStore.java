package org.gfpaudit.analyzer.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.gfpaudit.analyzer.load.FileStamp;
import org.gfpaudit.grammar.segment.ContentId;
import org.gfpaudit.grammar.segment.ContentKey;
import org.gfpaudit.grammar.segment.ContentMark;
import org.gfpaudit.grammar.segment.MalformedSegmentException;
import org.gfpaudit.grammar.segment.Segment;
import org.jspecify.annotations.Nullable;

/**
 * The segments that are known, and the files that they are of: the segments of this run and, with a
 * {@link StoreDirectory}, those of the runs before it. It serves one thread.
 */
public final class IndexStore implements AutoCloseable {
  private final Optional<StoreDirectory> directory;
  private final Optional<IndexStore> below;
  private final Map<String, Optional<StoredSegment>> segments = new LinkedHashMap<>();
  private final Map<String, Manifest> manifests = new HashMap<>();

  /** Segments that this process alone knows, and their slots. */
  private final Map<String, StoredSegment> fleetingSegments = new HashMap<>();

  private final Map<ContentMark, List<Slot>> fleeting = new HashMap<>();

  private final ContentKey key;

  /** Segments that turned out to be damaged; what a manifest says of them is of no use. */
  private final Set<StoredSegment> damaged = new HashSet<>();

  private boolean hasAllSegments;
  private int count;

  private IndexStore(Optional<StoreDirectory> directory, Optional<IndexStore> below) {
    this.directory = directory;
    this.below = below;
    this.key =
        below
            .map(IndexStore::key)
            .or(() -> directory.map(StoreDirectory::key))
            .orElseGet(ContentKey::random);
  }

  /** A store that lasts as long as this process. */
  public static IndexStore inMemory() {
    return new IndexStore(Optional.empty(), Optional.empty());
  }

  /** A store that lasts as long as this process and knows the contents of another one. */
  public static IndexStore above(IndexStore other) {
    return new IndexStore(Optional.empty(), Optional.of(other));
  }

  /** A store in a directory. */
  public static IndexStore in(StoreDirectory directory) {
    return new IndexStore(Optional.of(directory), Optional.empty());
  }

  /** Finds the files of a tree, best asked in the order of their paths. */
  public final class Lookup {
    private final Map<String, Manifest.Cursor> cursors = new HashMap<>();

    private Lookup() {}

    /** The slot of a file that looks as it did when it was last scanned. */
    public Optional<Slot> byStamp(String tree, String path, FileStamp stamp) {
      Manifest.Cursor cursor = cursors.get(tree);
      if (cursor == null) {
        cursor = manifest(tree).cursor();
        cursors.put(tree, cursor);
      }
      return cursor.find(path, stamp).filter(slot -> !damaged.contains(slot.segment()));
    }
  }

  /** A new look-up of the files of one tree. */
  public Lookup lookup() {
    return new Lookup();
  }

  /** Whether it was noted where files of a tree are. */
  public boolean hasNoted(String tree) {
    return !manifest(tree).paths().isEmpty();
  }

  /** The secret with which contents are hashed that trees may share. */
  public ContentKey key() {
    return key;
  }

  /**
   * All segments there are, this run's included, those with the most files first.
   *
   * @param leastFiles those with fewer are left out
   */
  public List<StoredSegment> largest(int leastFiles) {
    openAll();
    Set<StoredSegment> all = new LinkedHashSet<>(fleetingSegments.values());
    segments.values().forEach(known -> known.ifPresent(all::add));
    below.ifPresent(other -> all.addAll(other.largest(leastFiles)));
    return all.stream()
        .filter(stored -> stored.segment().slotCount() >= leastFiles)
        .sorted(Comparator.comparing(stored -> -stored.segment().slotCount()))
        .toList();
  }

  /**
   * The slots of which the same repository said the same, of all segments there are, those of large
   * segments first.
   */
  public List<Slot> byClaim(ContentId id) {
    return byClaim(id.mark(key));
  }

  private List<Slot> byClaim(ContentMark claim) {
    openAll();
    List<Slot> found = new ArrayList<>(fleeting.getOrDefault(claim, List.of()));
    if (found.isEmpty() && below.isPresent()) {
      return below.get().byClaim(claim);
    }
    for (Optional<StoredSegment> known : segments.values()) {
      known.ifPresent(
          stored -> stored.segment().findClaim(claim, slot -> found.add(new Slot(stored, slot))));
    }
    if (found.size() > 1) {
      found.sort(Comparator.comparing(slot -> -slot.segment().segment().slotCount()));
    }
    return found;
  }

  /**
   * Whether a segment is as it was written, to the last byte that is ever read. One that is not is
   * said, removed, and not handed out any more.
   */
  public boolean isWhole(StoredSegment stored) {
    try {
      stored.segment().check();
      return true;
    } catch (MalformedSegmentException e) {
      forget(stored);
      return false;
    }
  }

  private void forget(StoredSegment stored) {
    damaged.add(stored);
    below.ifPresent(other -> other.forget(stored));
    if (segments.replace(stored.name(), Optional.empty()) != null) {
      directory.ifPresent(d -> d.removeDamaged(stored.name()));
    }
  }

  private void openAll() {
    if (!hasAllSegments) {
      hasAllSegments = true;
      directory.ifPresent(d -> d.segmentNames().forEach(this::find));
    }
  }

  /** Lets go of all segments that no later run will find, but for those of {@code slots}. */
  public void forgetAllBut(Slot[] slots) {
    Set<StoredSegment> used = new HashSet<>();
    for (Slot slot : slots) {
      if (slot != null) {
        used.add(slot.segment());
      }
    }
    fleeting.values().forEach(list -> list.removeIf(slot -> !used.contains(slot.segment())));
    fleeting.values().removeIf(List::isEmpty);
    fleetingSegments.values().retainAll(used);
  }

  /** Lets go of all segments that no later run will find, but for those of these names. */
  public void forgetAllBut(Set<String> names) {
    fleetingSegments.keySet().retainAll(names);
    fleeting
        .values()
        .forEach(list -> list.removeIf(slot -> !names.contains(slot.segment().name())));
    fleeting.values().removeIf(List::isEmpty);
  }

  private Manifest manifest(String tree) {
    return manifests.computeIfAbsent(
        tree, key -> directory.map(d -> d.manifest(key, this::find)).orElse(Manifest.empty(key)));
  }

  /** The segment of a name; null where it cannot be had. */
  public @Nullable StoredSegment segment(String name) {
    return find(name).orElse(null);
  }

  private Optional<StoredSegment> find(String name) {
    StoredSegment ofThisRun = fleetingSegments.get(name);
    if (ofThisRun != null) {
      return Optional.of(ofThisRun);
    }
    return segments.computeIfAbsent(
        name,
        key ->
            directory
                .flatMap(d -> d.segment(key))
                .map(mapped -> new StoredSegment(key, mapped, true)));
  }

  /**
   * Takes in a new segment.
   *
   * @param isKept whether another run could use it: its files have names in git, or are on disk
   */
  public StoredSegment add(Segment segment, boolean isKept) {
    String name = directory.map(StoreDirectory::newName).orElseGet(() -> "memory-" + ++count);
    StoredSegment stored = new StoredSegment(name, segment, isKept && directory.isPresent());
    if (stored.isKept()) {
      segments.put(name, Optional.of(stored));
      directory.ifPresent(d -> d.writeSegment(name, segment));
      return stored;
    }
    fleetingSegments.put(name, stored);
    for (int slot = 0; slot < segment.slotCount(); slot++) {
      ContentMark claim = segment.claim(slot);
      if (!claim.equals(ContentMark.NONE)) {
        fleeting.computeIfAbsent(claim, i -> new ArrayList<>()).add(new Slot(stored, slot));
      }
    }
    return stored;
  }

  /** Notes where the files of a tree are, in place of what was noted of it before. */
  public void note(String tree, List<String> paths, List<FileStamp> stamps, List<Slot> slots) {
    Manifest manifest = new Manifest(tree, paths, stamps, slots);
    manifests.put(tree, manifest);
    directory.ifPresent(d -> d.writeManifest(manifest));
  }

  /**
   * What earlier runs left under a key, the newest first. The caller has to find out whether one of
   * them is damaged.
   */
  public List<byte[]> memos(String key) {
    return directory.map(d -> d.memos(key)).orElse(List.of());
  }

  /** Leaves bytes for a later run; they are made while the audit goes on. */
  public void keepMemo(String key, Callable<byte[]> bytes) {
    directory.ifPresent(d -> d.writeMemo(key, bytes));
  }

  /** Whether something is kept for later runs. */
  public boolean isOnDisk() {
    return directory.isPresent();
  }

  /** What the user should know, each said once: that something could not be read or kept. */
  public List<String> remarks() {
    return directory.map(StoreDirectory::remarks).orElse(List.of());
  }

  /** Notes what the user should know, where something is kept for later runs. */
  public void remark(String text) {
    directory.ifPresent(d -> d.remark(text));
  }

  /** Waits until everything is on disk. */
  @Override
  public void close() {
    directory.ifPresent(StoreDirectory::close);
  }
}
