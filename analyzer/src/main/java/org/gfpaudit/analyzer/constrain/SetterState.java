package org.gfpaudit.analyzer.constrain;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.rules.mask.AccessPath;

/**
 * What has become of one bit in the masks of the mappings that a function handles. Immutable; of a
 * mapping that is missing nothing is known.
 *
 * <p>The lattice of one mapping, least first: taken out or put in on every way, nothing known, put
 * back after it was taken out on some way.
 */
record SetterState(SortedMap<AccessPath, Status> byMapping) {
  static final SetterState EMPTY = new SetterState(new TreeMap<>());

  enum Kind {
    /** Every way here has taken the bit out. */
    CLEARED,
    /** Every way here has put the bit in, and none had taken it out before. */
    GIVEN,
    /** Some way here has put the bit in that it had taken out before. */
    GIVEN_BACK
  }

  /**
   * The bit of one mapping.
   *
   * @param cleared where it was taken out
   * @param given where it was put in
   */
  record Status(Kind kind, Optional<CallSite> cleared, Optional<CallSite> given) {

    private static Optional<Status> join(Status left, Status right) {
      if (left.kind == Kind.GIVEN_BACK || right.kind == Kind.GIVEN_BACK) {
        return Optional.of(left.kind == Kind.GIVEN_BACK ? left : right);
      }
      return left.kind == right.kind ? Optional.of(left) : Optional.empty();
    }

    private boolean isOnAnyWay() {
      return kind == Kind.GIVEN_BACK;
    }
  }

  SetterState join(SetterState other) {
    SortedMap<AccessPath, Status> joined = new TreeMap<>();
    byMapping.forEach(
        (mapping, status) -> {
          Status theirs = other.byMapping.get(mapping);
          Optional<Status> both =
              theirs == null
                  ? Optional.of(status).filter(Status::isOnAnyWay)
                  : Status.join(status, theirs);
          both.ifPresent(s -> joined.put(mapping, s));
        });
    other.byMapping.forEach(
        (mapping, status) -> {
          if (status.isOnAnyWay()) {
            joined.putIfAbsent(mapping, status);
          }
        });
    return new SetterState(joined);
  }

  SetterState cleared(AccessPath mapping, CallSite at) {
    return with(mapping, new Status(Kind.CLEARED, Optional.of(at), Optional.empty()));
  }

  SetterState given(AccessPath mapping, CallSite at) {
    Status before = byMapping.get(mapping);
    return with(
        mapping,
        before != null && before.kind() != Kind.GIVEN
            ? new Status(Kind.GIVEN_BACK, before.cleared(), Optional.of(at))
            : new Status(Kind.GIVEN, Optional.empty(), Optional.of(at)));
  }

  SetterState unknown(AccessPath mapping) {
    SortedMap<AccessPath, Status> changed = new TreeMap<>(byMapping);
    changed.remove(mapping);
    return new SetterState(changed);
  }

  private SetterState with(AccessPath mapping, Status status) {
    SortedMap<AccessPath, Status> changed = new TreeMap<>(byMapping);
    changed.put(mapping, status);
    return new SetterState(changed);
  }
}
