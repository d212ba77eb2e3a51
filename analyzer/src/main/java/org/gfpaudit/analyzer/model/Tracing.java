package org.gfpaudit.analyzer.model;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Notes what answers are made from while they are found, where a process audits one state of a tree
 * after another, so that the next audit can use those whose makings did not change. Who finds an
 * answer has a frame, in which all is noted that is read of the tree until it is found, and all
 * answers that were found before. So what is kept beside the tree for the next who asks is kept in
 * a {@link Memo} or a {@link KeptTable}: only then is the next one noted to have read what the
 * first one read. Safe for several threads, each of which has frames of its own.
 */
public final class Tracing {
  /** Where nothing is noted, as there is no next audit. */
  static final Tracing NONE = new Tracing(Optional.empty());

  private final Optional<KeptTables> tables;
  private final int audit;

  /** What was used so far for the innermost answer that a thread is finding. */
  @SuppressWarnings("ThreadLocalUsage") // Nothing of it is left when the answer is found.
  private final ThreadLocal<@Nullable Set<Trace>> current = new ThreadLocal<>();

  private final ConcurrentMap<Object, Trace> reads = new ConcurrentHashMap<>();
  private volatile Optional<TreeNow> now = Optional.empty();

  /** For the audit that begins, which keeps its answers in {@code tables}. */
  Tracing(Optional<KeptTables> tables) {
    this.tables = tables;
    this.audit = tables.map(KeptTables::begin).orElse(0);
  }

  /** The number of this audit. */
  int audit() {
    return audit;
  }

  /** Answers of the audit before may be used from now on, where they hold. */
  void start(TreeNow tree) {
    now = Optional.of(tree);
  }

  /** Whether answers of the audit before may be used. */
  boolean isStarted() {
    return now.isPresent();
  }

  /** Whether an answer of an earlier audit may be used: all it was made from is as it was. */
  boolean holds(Trace trace) {
    return now.isPresent() && trace.holds(now.get());
  }

  /** The memo of a kind of the audit before. */
  <K, V> Optional<Memo<K, V>> before(String kind, Memo<K, V> memo) {
    return tables.flatMap(all -> all.before(kind, memo));
  }

  /** Notes that what was read in an earlier audit says the same. */
  void again(Object key, Trace trace) {
    reads.putIfAbsent(key, trace);
  }

  /** Whether anything is noted. */
  boolean isOn() {
    return tables.isPresent();
  }

  /** Whether somebody of this thread is finding an answer. */
  boolean isFinding() {
    return isOn() && current.get() != null;
  }

  /** The answers of one kind, of the audit before and of this one. */
  public <K, T> KeptTable<K, T> table(String kind) {
    return tables.isPresent()
        ? tables.get().table(kind, this)
        : new KeptTable<>(this, Optional.empty());
  }

  /**
   * Notes a read where somebody is finding an answer.
   *
   * @param key equal for equal reads
   */
  void read(Object key, Supplier<Read> read) {
    Set<Trace> frame = isOn() ? current.get() : null;
    if (frame != null) {
      Trace known = reads.get(key);
      if (known == null) {
        known = Trace.of(key, read.get(), audit);
        reads.put(key, known);
      }
      frame.add(known);
    }
  }

  /** Notes that an answer was used that was found before. */
  public void use(Trace trace) {
    Set<Trace> frame = isOn() ? current.get() : null;
    if (frame != null) {
      frame.add(trace);
    }
  }

  /** Asks for something that is noted by its answer and not by what that is made from. */
  public <T> T apart(Supplier<? extends T> question) {
    Set<Trace> outer = isOn() ? current.get() : null;
    if (outer == null) {
      return question.get();
    }
    current.remove();
    try {
      return question.get();
    } finally {
      current.set(outer);
    }
  }

  /** Finds an answer, and what it is made from. It is used by who is finding another one. */
  public <T> Traced<T> find(Supplier<? extends T> search) {
    if (!isOn()) {
      return new Traced<>(search.get(), Trace.NOTHING);
    }
    Set<Trace> outer = current.get();
    Set<Trace> frame = new HashSet<>();
    current.set(frame);
    Trace trace = Trace.NOTHING;
    T found;
    try {
      found = search.get();
    } finally {
      // Also where it failed: who goes on all the same does so because of what was read.
      trace = Trace.of(frame, audit);
      if (outer == null) {
        current.remove();
      } else {
        current.set(outer);
      }
      use(trace);
    }
    return new Traced<>(found, trace);
  }
}
