package org.gfpaudit.analyzer.consequence;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gfpaudit.analyzer.facts.JudgedCall;
import org.gfpaudit.analyzer.facts.Objection;
import org.gfpaudit.rules.api.Rank;
import org.gfpaudit.rules.finding.DeviceContext;
import org.gfpaudit.rules.finding.GuardedCall;
import org.gfpaudit.rules.finding.Problem;

/** What the masks of a tree can cause on its kernel. Immutable, and safe for several threads. */
public final class Consequences {
  /** What is said of locks where nobody has looked for them. */
  public static final String LOCK =
      "a lock that reclaim takes (the rule reclaim-deadlock alone looks for those)";

  private final Calls calls;
  private final IdentityHashMap<JudgedCall, Rank> ranks;
  private final Set<JudgedCall> allowingFs;
  private final List<Objection> objections;
  private final List<Problem> problems;
  private final More more;

  /**
   * What is known for whoever has more to ask.
   *
   * @param mappings what setters make of the masks of mappings
   * @param servers the block drivers that read or write files to serve their requests, sorted
   */
  record More(MappingMasks mappings, List<DeviceContext> servers) {
    More {
      servers = List.copyOf(servers);
    }
  }

  /**
   * The calls of a tree with what reclaim may do there.
   *
   * @param judged those that have a row, in the order of the rows
   * @param guarded all that allocate page cache, sorted
   */
  record Calls(List<JudgedCall> judged, List<GuardedCall> guarded) {
    Calls {
      judged = List.copyOf(judged);
      guarded = List.copyOf(guarded);
    }
  }

  /**
   * @param calls with what reclaim may do there
   * @param ranks how much findings matter, by the very call
   * @param allowingFs the calls that no mapping with a forbidden FS can reach
   * @param more for whoever has more to ask
   */
  Consequences(
      Calls calls,
      IdentityHashMap<JudgedCall, Rank> ranks,
      Set<JudgedCall> allowingFs,
      List<Objection> objections,
      List<Problem> problems,
      More more) {
    this.calls = calls;
    this.more = more;
    this.problems = List.copyOf(problems);
    this.ranks = ranks;
    this.allowingFs = allowingFs;
    this.objections = List.copyOf(objections);
  }

  /** Every call with what reclaim may do there in full, in the order of the rows. */
  public List<JudgedCall> judged() {
    return calls.judged();
  }

  /** Every call that allocates page cache, with what reclaim may do there; sorted. */
  public List<GuardedCall> guarded() {
    return calls.guarded();
  }

  /** What the setters of masks make of mappings, for whoever has more calls to ask about. */
  public MappingMasks mappings() {
    return more.mappings();
  }

  /** The block drivers that read or write files to serve their requests, sorted. */
  public List<DeviceContext> servers() {
    return more.servers();
  }

  /** What went wrong, in the order of the rows. */
  public List<Problem> problems() {
    return problems;
  }

  /** Drivers that do not leave a mapping as strict as it was, sorted by place. */
  public List<Objection> objections() {
    return objections;
  }

  /** How much a finding on a call matters, where that can be said. */
  public Optional<Rank> rank(JudgedCall call) {
    return Optional.ofNullable(ranks.get(call));
  }

  /**
   * Whether no mapping that can reach a call with a mask without FS forbids it, as far as the tree
   * tells: one that only backs something does not count.
   */
  public boolean allowsFs(JudgedCall call) {
    return allowingFs.contains(call);
  }
}
