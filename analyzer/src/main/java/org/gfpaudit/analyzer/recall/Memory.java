package org.gfpaudit.analyzer.recall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.analyzer.store.IndexStore;
import org.gfpaudit.analyzer.store.Slot;
import org.gfpaudit.grammar.segment.ContentMark;
import org.gfpaudit.rules.finding.AuditResult;

/** What earlier audits found, of this run and, where there is a store on disk, of those before. */
public final class Memory {
  /** Of one question so many results are kept: people go to and fro between few states. */
  private static final int MOST_KEPT = 4;

  private final IndexStore store;

  private final Map<String, Memos> memos = new HashMap<>();

  public Memory(IndexStore store) {
    this.store = store;
  }

  /** Those of one key, the newest first; each of an earlier run is decoded when it is its turn. */
  private final class Memos {
    private final String key;
    private final List<Remembered> known = new ArrayList<>();
    private final Deque<byte[]> encoded;

    Memos(String key) {
      this.key = key;
      this.encoded = new ArrayDeque<>(store.memos(key));
    }

    boolean has(int number) {
      while (known.size() <= number && !encoded.isEmpty()) {
        decode(encoded.remove(), known.size());
      }
      return known.size() > number;
    }

    /**
     * Makes it the turn of those that seem to be of a tree in that very state: whoever is decoded
     * before takes as much memory as the one that fits.
     *
     * @param state the mark of it
     */
    void bringForward(ContentMark state) {
      List<byte[]> same =
          encoded.stream().filter(bytes -> MemoFile.isOfState(bytes, state)).toList();
      encoded.removeAll(same);
      same.forEach(bytes -> decode(bytes, 0));
    }

    private void decode(byte[] bytes, int place) {
      try {
        known.add(place, MemoFile.decode(key, bytes, store.key()));
      } catch (IOException e) {
        // It is replaced by what this run finds.
      }
    }
  }

  /** A memory that lasts as long as this process. */
  public static Memory ofThisRun() {
    return new Memory(IndexStore.inMemory());
  }

  /** Whether no other run will know of it. */
  public boolean isOfThisRunOnly() {
    return !store.isOnDisk();
  }

  /** What is known of files. */
  public IndexStore store() {
    return store;
  }

  /**
   * The result that an audit would give, if that is known.
   *
   * @param keys what was asked, by which program; and what else may have the same answer
   * @param slots for each of {@code files}, in their order, where its index is
   */
  public Optional<AuditResult> recall(
      List<String> keys, SourceTree tree, List<String> files, Slot[] slots) {
    TreeState now = TreeState.of(files, slots);
    ContentMark mark = now.mark(store.key());
    for (String key : keys) {
      Memos candidates = memos.computeIfAbsent(key, Memos::new);
      candidates.bringForward(mark);
      for (int i = 0; candidates.has(i); i++) {
        Remembered memo = candidates.known.get(i);
        Optional<AuditResult> result = result(memo, tree, files, now);
        if (result.isPresent()) {
          if (!key.equals(keys.get(0))) {
            keep(keys.get(0), memo, slots);
          }
          return result;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<AuditResult> result(
      Remembered memo, SourceTree tree, List<String> files, TreeState now) {
    try {
      return memo.resultFor(tree, files, now, store::segment, store.key());
    } catch (UncheckedIOException e) {
      return Optional.empty(); // It is damaged, and replaced by what this run finds.
    }
  }

  /**
   * Keeps what came of an audit, beside what came of the one before.
   *
   * @param slots where the index of its files is
   */
  public void keep(String key, Remembered memo, Slot[] slots) {
    List<Remembered> known = memos.computeIfAbsent(key, Memos::new).known;
    known.add(0, memo);
    if (known.size() > MOST_KEPT) {
      known.subList(MOST_KEPT, known.size()).clear();
      Set<String> used = new HashSet<>();
      for (Remembered each : all()) {
        used.addAll(each.inputs().state().segments());
      }
      store.forgetAllBut(used);
    }
    boolean isOfUse =
        Arrays.stream(slots).allMatch(slot -> slot != null && slot.segment().isKept());
    if (isOfUse) {
      store.keepMemo(key, () -> MemoFile.encode(key, memo, store.key()));
    }
  }

  /** What this process knows. */
  List<Remembered> all() {
    return memos.values().stream().flatMap(memo -> memo.known.stream()).toList();
  }
}
