package org.gfpaudit.rules.protectiondropped;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gfpaudit.rules.api.Subject;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.GuardedCall;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.Protector;
import org.gfpaudit.rules.finding.ReclaimBit;
import org.gfpaudit.rules.finding.WitnessStep;

/**
 * Something that kept bits from being used in one state of a tree, and does not in another.
 *
 * @param flagged where that is said, in the other state
 * @param bits that can be used again, in the order of {@link ReclaimBit}
 * @param where it can be used again, as a phrase: {@code "with mappings of fs/gfs2"}
 * @param lost what kept them out, at its place in the one state
 * @param fate what became of it
 * @param relied the calls that relied on it and have nothing else, the nearest first, as they are
 *     in the other state
 */
public record DroppedProtection(
    Flagged flagged,
    List<ReclaimBit> bits,
    String where,
    Protector lost,
    Fate fate,
    List<GuardedCall> relied)
    implements Subject {
  private static final int MOST_STEPS = 40;

  /** What became of a protection. */
  public enum Fate {
    /** It is not there any more. */
    GONE("is gone"),
    /** It is there, and does not take the bits out any more. */
    WEAKER("no longer takes it out"),
    /** It is there, and does not hold on every way to the calls any more. */
    NARROWER("no longer holds on every way"),
    /** It is there, under a condition that it was not under before. */
    CONDITIONAL("stands under a new condition"),
    /** It is there, and is about another mapping than the call's. */
    ELSEWHERE("is not for its mapping any more"),
    /** The call has another mask or other flags. */
    REPLACED("is not what it is called with any more");

    private final String text;

    Fate(String text) {
      this.text = text;
    }
  }

  public DroppedProtection {
    bits = List.copyOf(bits);
    relied = List.copyOf(relied);
  }

  /** How much it matters: as much as to the call that it matters to most. */
  Level stake() {
    return relied.stream().map(GuardedCall::stake).min(Level::compareTo).orElse(Level.ERROR);
  }

  @Override
  public String named() {
    return lost.kind().word() + " " + lost.text();
  }

  @Override
  public List<String> masks() {
    return bits.stream().map(ReclaimBit::text).toList();
  }

  /** {@code "__GFP_FS and __GFP_IO"}. */
  String bitsInWords() {
    return bits.stream().map(ReclaimBit::text).collect(Collectors.joining(" and "));
  }

  /** What happened, for who comes from the one state to the other. */
  String message() {
    return bitsInWords()
        + " can be used again "
        + where
        + (lost.kind() == Protector.Kind.SETTER && fate != Fate.ELSEWHERE
            ? ""
            : ", which calls " + relied.get(0).callee() + "()")
        + ": "
        + lost.told()
        + " kept it out, and "
        + fate.text;
  }

  /** The same, for who comes from the other state to the one. */
  public String messageOfFix() {
    return bitsInWords()
        + " cannot be used any more "
        + where
        + ": "
        + lost.told()
        + " keeps it out now";
  }

  /** What protected, and who relied on it. */
  public List<WitnessStep> witness() {
    List<WitnessStep> steps = new ArrayList<>();
    steps.add(new WitnessStep(flagged.place(), lost.told() + " kept " + bitsInWords() + " out"));
    for (GuardedCall call : relied.subList(0, Math.min(MOST_STEPS, relied.size()))) {
      steps.add(new WitnessStep(call.place(), "relied on it, " + said(call)));
    }
    if (relied.isEmpty()) {
      steps.add(new WitnessStep(flagged.place(), "no call is seen to rely on it"));
    } else if (relied.size() > MOST_STEPS) {
      Place last = relied.get(relied.size() - 1).place();
      steps.add(new WitnessStep(last, "and " + (relied.size() - MOST_STEPS) + " more calls"));
    }
    return List.copyOf(steps);
  }

  /** Which call it is; that something keeps out other mappings that it gets is said as well. */
  private String said(GuardedCall call) {
    List<String> others =
        bits.stream()
            .flatMap(bit -> call.protection().of(bit).stream())
            .flatMap(bit -> bit.by().stream())
            .map(Protector::told)
            .distinct()
            .toList();
    String more = others.size() > 1 ? " and " + (others.size() - 1) + " more" : "";
    return "calls "
        + call.callee()
        + "()"
        + (call.mapping().isEmpty() ? "" : " for " + call.mapping())
        + (call.mask().isEmpty() ? "" : " with " + call.mask())
        + (others.isEmpty()
            ? ""
            : "; for others of its mappings there is still " + others.get(0) + more);
  }

  /** Why the level is what it is. */
  String reason() {
    boolean isFs = bits.contains(ReclaimBit.FS);
    String what =
        isFs
            ? "reclaim can enter file systems again where somebody has kept it out on purpose"
            : bits.contains(ReclaimBit.IO)
                ? "reclaim can start I/O again where somebody has kept it from that; file systems"
                    + " are not entered"
                : "the call can wait for reclaim again";
    return stake() == Level.ERROR
        ? what
        : what
            + (stake() == Level.WARNING
                ? "; nothing says that the mapping is one a file system reclaims through"
                : "; no file system is reclaimed through such a mapping");
  }
}
