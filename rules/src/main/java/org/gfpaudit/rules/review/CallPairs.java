package org.gfpaudit.rules.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.gfpaudit.rules.finding.GuardedCall;

/**
 * Which call of one state of a tree is which of another. Calls are the same within one function:
 * first those at the same line, then those of the same callee and mapping, then those for the same
 * mapping, and at last those that are left, in their order. So a call that is replaced by that of a
 * helper is held against it. A function that went to another file takes its calls along.
 */
final class CallPairs {
  private final Map<GuardedCall, GuardedCall> pairs = new LinkedHashMap<>();

  CallPairs(List<GuardedCall> before, List<GuardedCall> now, Lines lines) {
    Map<String, List<GuardedCall>> byFunction = new HashMap<>();
    Map<String, List<GuardedCall>> byName = new HashMap<>();
    for (GuardedCall call : now) {
      byFunction.computeIfAbsent(inFile(call), k -> new ArrayList<>()).add(call);
      byName.computeIfAbsent(call.place().function(), k -> new ArrayList<>()).add(call);
    }
    Map<String, List<GuardedCall>> old = new LinkedHashMap<>();
    for (GuardedCall call : before) {
      old.computeIfAbsent(inFile(call), k -> new ArrayList<>()).add(call);
    }
    old.forEach(
        (function, calls) -> {
          List<GuardedCall> here = byFunction.get(function);
          if (here == null && !calls.get(0).place().function().isEmpty()) {
            List<GuardedCall> moved =
                byName.getOrDefault(calls.get(0).place().function(), List.of()).stream()
                    .filter(call -> !old.containsKey(inFile(call)))
                    .toList();
            boolean isOne = moved.stream().map(CallPairs::inFile).distinct().count() == 1;
            here = isOne ? moved : List.of();
          }
          if (here != null) {
            pair(calls, here, lines);
          }
        });
  }

  private static String inFile(GuardedCall call) {
    return call.place().file() + "\0" + call.place().function();
  }

  private void pair(List<GuardedCall> old, List<GuardedCall> now, Lines lines) {
    List<GuardedCall> leftOld = new ArrayList<>(old);
    List<GuardedCall> leftNow = new ArrayList<>(now);
    pair(
        leftOld,
        leftNow,
        (o, n) ->
            isSameCall(o, n)
                && o.mask().equals(n.mask())
                && lines.before(n.place()) == o.place().line());
    pair(leftOld, leftNow, (o, n) -> isSameCall(o, n) && o.mask().equals(n.mask()));
    pair(leftOld, leftNow, CallPairs::isSameCall);
    pair(leftOld, leftNow, (o, n) -> isSameMapping(o, n) && o.mask().equals(n.mask()));
    pair(leftOld, leftNow, (o, n) -> isSameMapping(o, n));
    if (leftOld.size() == leftNow.size()) {
      pair(leftOld, leftNow, (o, n) -> true);
    }
  }

  private static boolean isSameCall(GuardedCall old, GuardedCall now) {
    return old.callee().equals(now.callee()) && isSameMapping(old, now);
  }

  private static boolean isSameMapping(GuardedCall old, GuardedCall now) {
    return old.mapping().equals(now.mapping());
  }

  private void pair(
      List<GuardedCall> old, List<GuardedCall> now, BiPredicate<GuardedCall, GuardedCall> areSame) {
    for (GuardedCall each : List.copyOf(old)) {
      Optional<GuardedCall> found = now.stream().filter(n -> areSame.test(each, n)).findFirst();
      if (found.isPresent()) {
        pairs.put(each, found.get());
        old.remove(each);
        now.remove(found.get());
      }
    }
  }

  /** The pairs, by what the older state has. */
  Map<GuardedCall, GuardedCall> pairs() {
    return pairs;
  }

  /** What a call of the older state is in the newer one, if it is there. */
  Optional<GuardedCall> nowOf(GuardedCall before) {
    return Optional.ofNullable(pairs.get(before));
  }
}
