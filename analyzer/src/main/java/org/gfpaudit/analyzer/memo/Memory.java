package org.gfpaudit.analyzer.memo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.analyzer.store.IndexStore;
import org.gfpaudit.analyzer.store.Slot;
import org.gfpaudit.rules.finding.AuditResult;

/** What earlier audits found, of this run and, where there is a store on disk, of those before. */
public final class Memory {
  private final IndexStore store;

  /** By key, the newest first; those of earlier runs are read when they are first asked for. */
  private final Map<String, List<Remembered>> memos = new HashMap<>();

  public Memory(IndexStore store) {
    this.store = store;
  }

  /** A memory that lasts as long as this process. */
  public static Memory ofThisRun() {
    return new Memory(IndexStore.inMemory());
  }

  /** Reports whether no other run will know of it. */
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
    for (String key : keys) {
      for (Remembered memo : memos.computeIfAbsent(key, this::ofEarlierRuns)) {
        Optional<AuditResult> result = memo.resultFor(tree, files, slots, store::segment);
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

  private List<Remembered> ofEarlierRuns(String key) {
    List<Remembered> found = new ArrayList<>();
    for (byte[] bytes : store.memos(key)) {
      try {
        found.add(MemoFile.decode(key, bytes));
      } catch (IOException e) {
        continue; // It is replaced by what this run finds.
      }
    }
    return found;
  }

  /**
   * Keeps what came of an audit, beside what came of the one before.
   *
   * @param slots where the index of its files is
   */
  public void keep(String key, Remembered memo, Slot[] slots) {
    memos.computeIfAbsent(key, k -> new ArrayList<>()).add(0, memo);
    boolean isOfUse =
        Arrays.stream(slots).allMatch(slot -> slot != null && slot.segment().isKept());
    if (isOfUse) {
      store.keepMemo(key, () -> MemoFile.encode(key, memo));
    }
  }

  /** What this process knows, for tests. */
  List<Remembered> all() {
    return memos.values().stream().flatMap(List::stream).toList();
  }
}
