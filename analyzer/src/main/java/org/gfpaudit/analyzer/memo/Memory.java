package org.gfpaudit.analyzer.memo;

import java.io.IOException;
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
  private final Map<String, Remembered> memos = new HashMap<>();

  public Memory(IndexStore store) {
    this.store = store;
  }

  /** A memory that lasts as long as this process. */
  public static Memory ofThisRun() {
    return new Memory(IndexStore.inMemory());
  }

  /** What is known of files. */
  public IndexStore store() {
    return store;
  }

  /**
   * The result that an audit would give, if that is known.
   *
   * @param key what was asked, by which program
   * @param slots for each of {@code files}, in their order, where its index is
   */
  public Optional<AuditResult> recall(
      String key, SourceTree tree, List<String> files, Slot[] slots) {
    Remembered memo = memos.get(key);
    if (memo == null) {
      memo = ofEarlierRun(key).orElse(null);
    }
    if (memo == null || !memo.holdsFor(tree, files, slots, store::segment)) {
      return Optional.empty();
    }
    memos.put(key, memo.as(files, slots));
    return Optional.of(memo.result());
  }

  private Optional<Remembered> ofEarlierRun(String key) {
    Optional<byte[]> bytes = store.memo(key);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(MemoFile.decode(key, bytes.get()));
    } catch (IOException e) {
      return Optional.empty(); // It is replaced by what this run finds.
    }
  }

  /**
   * Keeps what came of an audit.
   *
   * @param slots where the index of its files is
   */
  public void keep(String key, Remembered memo, Slot[] slots) {
    memos.put(key, memo);
    boolean isOfUse =
        Arrays.stream(slots).allMatch(slot -> slot != null && slot.segment().isKept());
    if (isOfUse) {
      store.keepMemo(key, () -> MemoFile.encode(key, memo));
    }
  }
}
