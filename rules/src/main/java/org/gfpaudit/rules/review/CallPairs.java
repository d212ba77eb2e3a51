package org.gfpaudit.rules.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.gfpaudit.rules.finding.GuardedCall;

/**
 * Which call of one state of a tree is which of another. Calls are the same within one function:
 * first those at the same line, then those of the same callee and mapping, then those for the same
 * mapping, and at last those that are left, in their order. So a call that is replaced by that of a
 * helper is held against it. A function that went to another file takes its calls along. What a
 * function has lost is looked for in the functions of its file that had no call before.
 */
final class CallPairs {
  private final Map<GuardedCall, GuardedCall> pairs = new LinkedHashMap<>();
  private final List<GuardedCall> fresh;

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
    pairMoved(before, now, old.keySet());
    Set<GuardedCall> known = new HashSet<>(pairs.values());
    this.fresh = now.stream().filter(call -> !known.contains(call)).toList();
  }

  /** Calls that went into new functions of the file. */
  private void pairMoved(List<GuardedCall> before, List<GuardedCall> now, Set<String> functions) {
    Map<String, List<GuardedCall>> newByFile = new HashMap<>();
    for (GuardedCall call : now) {
      if (!functions.contains(inFile(call)) && !pairs.containsValue(call)) {
        newByFile.computeIfAbsent(call.place().file(), k -> new ArrayList<>()).add(call);
      }
    }
    Map<String, List<GuardedCall>> lost = new LinkedHashMap<>();
    for (GuardedCall call : before) {
      if (!pairs.containsKey(call) && newByFile.containsKey(call.place().file())) {
        lost.computeIfAbsent(call.place().file(), k -> new ArrayList<>()).add(call);
      }
    }
    lost.forEach(
        (file, calls) -> {
          List<GuardedCall> here = newByFile.getOrDefault(file, List.of());
          pair(calls, here, (o, n) -> isSameCall(o, n) && o.mask().equals(n.mask()));
          pair(calls, here, CallPairs::isSameCall);
          pair(calls, here, (o, n) -> o.callee().equals(n.callee()));
          if (calls.size() == 1 && here.size() == 1) {
            pair(calls, here, (o, n) -> true);
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

  /** The calls that only the newer state has. */
  List<GuardedCall> fresh() {
    return fresh;
  }

  /** What a call of the older state is in the newer one, if it is there. */
  Optional<GuardedCall> nowOf(GuardedCall before) {
    return Optional.ofNullable(pairs.get(before));
  }
}
