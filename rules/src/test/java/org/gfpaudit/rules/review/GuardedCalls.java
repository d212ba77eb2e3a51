package org.gfpaudit.rules.review;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.gfpaudit.rules.finding.Audience;
import org.gfpaudit.rules.finding.BitEffect;
import org.gfpaudit.rules.finding.BitProtection;
import org.gfpaudit.rules.finding.BitProtection.Access;
import org.gfpaudit.rules.finding.Circumstances;
import org.gfpaudit.rules.finding.ConstrainerSite;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.GuardedCall;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.MappingGroup;
import org.gfpaudit.rules.finding.MaskEffect;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.Protection;
import org.gfpaudit.rules.finding.Protector;
import org.gfpaudit.rules.finding.ReclaimBit;
import org.gfpaudit.rules.finding.SetterCall;

/** Calls for tests of what two states of a tree have in common. */
final class GuardedCalls {
  static final String FILE = "fs/reef/file.c";
  static final String SUBSYSTEM = "fs/reef";

  private GuardedCalls() {}

  static Place at(int line) {
    return new Place(FILE, line, 9, "reef_read");
  }

  /** A call for {@code mapping} with a mask, of which nothing is known. */
  static GuardedCall call(Place place, String callee, String mask, String mapping) {
    return call(new Flagged(place, callee, mask, mapping, PresenceCondition.TRUE));
  }

  private static GuardedCall call(Flagged flagged) {
    return new GuardedCall(flagged, SUBSYSTEM, Protection.UNKNOWN, Level.ERROR);
  }

  /** A call of the same function for the same mapping, with this said of its FS. */
  static GuardedCall fs(Access access, Protector... by) {
    return fs(Optional.empty(), access, by);
  }

  /** The same, where a caller comes without the scope. */
  static GuardedCall fs(Optional<Place> outside, Access access, Protector... by) {
    BitProtection fs = new BitProtection(ReclaimBit.FS, access, List.of(by));
    GuardedCall bare = call(at(20), "grab", "", "mapping");
    return new GuardedCall(
        bare.flagged(), SUBSYSTEM, new Protection(List.of(fs), outside), Level.ERROR);
  }

  static Protector mask() {
    return new Protector(Protector.Kind.MASK, "GFP_NOFS", at(20), "");
  }

  static Protector flag() {
    return new Protector(Protector.Kind.FLAG, "FGP_NOFS", at(20), "");
  }

  static Protector scope() {
    return new Protector(Protector.Kind.SCOPE, "NOFS", at(10), "");
  }

  static Protector setter(String subsystem) {
    Place place = new Place(subsystem + "/inode.c", 5, 2, "new_inode");
    return new Protector(Protector.Kind.SETTER, "mapping_set_gfp_mask(m, X)", place, subsystem);
  }

  /** The setter of the same file system, under some conditions. */
  static ConstrainerSite clearing(Circumstances when) {
    Protector setter = setter(SUBSYSTEM);
    return new ConstrainerSite(
        setter.place(),
        new SetterCall("mapping_set_gfp_mask", "m", "X"),
        new MappingGroup(SUBSYSTEM, Audience.INODES, List.of(), ""),
        new MaskEffect(BitEffect.CLEARS, BitEffect.KEEPS),
        when);
  }

  /** A call in another function of the file. */
  static GuardedCall elsewhere(GuardedCall call) {
    return call.at(new Place(FILE, 60, 9, "reef_helper"));
  }

  /** A call whose mask enters at a place. */
  static GuardedCall handedFrom(GuardedCall call, Place origin) {
    return new GuardedCall(
        call.flagged(), call.subsystem(), call.protection(), call.stake(), List.of(origin));
  }
}
