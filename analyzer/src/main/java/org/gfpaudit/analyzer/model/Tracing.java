package org.gfpaudit.analyzer.model;

import java.util.HashSet;
import java.util.List;
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

  /** The number of this audit. */
  private final int audit;

  /** What was used so far for the innermost answer that a thread is finding. */
  @SuppressWarnings("ThreadLocalUsage") // Nothing of it is left when the answer is found.
  private final ThreadLocal<@Nullable Set<Trace>> current = new ThreadLocal<>();

  private volatile Optional<TreeNow> now = Optional.empty();

  /** For the audit that begins, which keeps its answers in {@code tables}. */
  Tracing(Optional<KeptTables> tables) {
    this.tables = tables;
    this.audit = tables.map(KeptTables::begin).orElse(0);
  }

  /** Answers of the audits before may be used from now on, where they hold. */
  void start(TreeNow tree) {
    tables.ifPresent(all -> all.check(tree::isAsBefore, tree.change().isEachSame()));
    now = Optional.of(tree);
  }

  /** The audit goes on without any answer of those before. */
  void startAnew() {
    tables.ifPresent(KeptTables::forget);
  }

  /** Whether answers of the audits before may be used. */
  boolean isStarted() {
    return now.isPresent();
  }

  /** Whether an answer of another audit may be used: all it was made from is as it was. */
  boolean holds(Trace trace) {
    return !trace.hasFallen() && isStarted() && isLast();
  }

  /** Whether no other audit began since. */
  private boolean isLast() {
    return tables.isPresent() && tables.get().traces().isLast(audit);
  }

  /**
   * What this audit used of earlier ones, and was made from reads of a kind, counts as read by it.
   * To be told as long as no other audit began.
   */
  void noteUsed(Class<? extends Read> kind) {
    if (isStarted()) {
      if (!isLast()) {
        throw new IllegalStateException("another audit of the process began");
      }
      tables.get().traces().forEachUsed(kind, now.get()::note);
    }
  }

  /** Whether anything is noted. */
  boolean isOn() {
    return tables.isPresent();
  }

  /** Whether somebody of this thread is finding an answer. */
  boolean isFinding() {
    return isOn() && current.get() != null;
  }

  /** The answers of one kind, of the audits before and of this one. */
  public <K, T> KeptTable<K, T> table(String kind) {
    return new KeptTable<>(this, kept(kind));
  }

  /** What is kept of a kind; to be used where it {@linkplain #holds holds}. */
  <K, T> ConcurrentMap<K, List<Traced<T>>> kept(String kind) {
    return tables.isPresent() ? tables.get().of(kind) : new ConcurrentHashMap<>();
  }

  /**
   * Notes a read where somebody is finding an answer.
   *
   * @param key equal for equal reads
   */
  void read(Object key, Supplier<Read> read) {
    Set<Trace> frame = isOn() ? current.get() : null;
    if (frame != null) {
      frame.add(tables.get().traces().read(key, read, audit));
    }
  }

  /** Notes that an answer was used that was found before. */
  public void use(Trace trace) {
    if (isOn()) {
      trace.use(audit);
      Set<Trace> frame = current.get();
      if (frame != null) {
        frame.add(trace);
      }
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
      trace = tables.get().traces().of(frame, audit);
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
