package org.gfpaudit.rules.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.gfpaudit.rules.finding.Complaint;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.FindingName;
import org.gfpaudit.rules.finding.Fingerprint;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.Grounds;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.WitnessStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintsTest {
  private static final Place PLACE = new Place("fs/mpage.c", 10, 3, "mpage_readpages");

  private static Flagged flagged(Place place, String callee, String mask) {
    return new Flagged(place, callee, mask, "mapping", PresenceCondition.TRUE);
  }

  private static Fingerprint of(String rule, Place place, String callee, String mask) {
    return new Fingerprints()
        .next(rule, flagged(place, "end", mask), callee, List.of(mask))
        .fingerprint();
  }

  @Test
  void linesColumnsSpacesAndNamesOfLocalsAreNoPartOfIt() {
    Place moved = new Place(PLACE.file(), 99, 1, PLACE.function());
    Fingerprint first = of("hardcoded", PLACE, "sink", "gfp | __GFP_NOWARN");
    assertEquals(first, of("hardcoded", moved, "sink", "gfp | __GFP_NOWARN"));
    assertEquals(first, of("hardcoded", PLACE, "sink", "gfp|__GFP_NOWARN"));
    assertEquals(first, of("hardcoded", PLACE, "sink", "mask |\n\t__GFP_NOWARN /* quietly */"));
  }

  @Test
  void ruleFunctionCalleeAndMaskAre() {
    Fingerprint first = of("hardcoded", PLACE, "sink", "GFP_KERNEL");
    Place other = new Place(PLACE.file(), 10, 3, "do_mpage_readpage");
    assertNotEquals(first, of("partial", PLACE, "sink", "GFP_KERNEL"));
    assertNotEquals(first, of("hardcoded", other, "sink", "GFP_KERNEL"));
    assertNotEquals(first, of("hardcoded", PLACE, "other_sink", "GFP_KERNEL"));
    assertNotEquals(first, of("hardcoded", PLACE, "sink", "GFP_USER"));
    assertNotEquals(first, of("hardcoded", PLACE, "sink", "GFP_KERNEL | __GFP_NOFAIL"));
  }

  @Test
  void whatReachesTheCallCountsWhereTheArgumentIsTheSame() {
    Flagged flagged = flagged(PLACE, "sink", "gfp");
    assertNotEquals(
        new Fingerprints().next("hardcoded", flagged, "sink", List.of("GFP_KERNEL")).fingerprint(),
        new Fingerprints().next("hardcoded", flagged, "sink", List.of("GFP_USER")).fingerprint());
    assertEquals(
        new Fingerprints().next("partial", flagged, "sink", List.of("GFP_USER", "GFP_KERNEL")),
        new Fingerprints().next("partial", flagged, "sink", List.of("GFP_KERNEL", "GFP_USER")));
  }

  @Test
  void theContentSurvivesAMoveToAnotherFile() {
    Place elsewhere = new Place("fs/other.c", 10, 3, PLACE.function());
    Fingerprint first = of("hardcoded", PLACE, "sink", "GFP_KERNEL");
    Fingerprint moved = of("hardcoded", elsewhere, "sink", "GFP_KERNEL");
    assertNotEquals(first.whole(), moved.whole());
    assertEquals(first.content(), moved.content());
  }

  @Test
  void equalFindingsOfOneRunAreNumbered() {
    Fingerprints names = new Fingerprints();
    Set<String> ids = new HashSet<>();
    Set<String> prints = new HashSet<>();
    for (int i = 0; i < 2000; i++) {
      Place place = new Place("fs/a" + i % 40 + ".c", i + 1, 1, "f");
      var name = names.next("hardcoded", flagged(place, "sink", "GFP_KERNEL"), "sink", List.of());
      assertTrue(name.id().matches("G[0-9a-f]{8}"), name.id());
      assertTrue(ids.add(name.id()));
      assertTrue(prints.add(name.fingerprint().whole()));
    }
  }

  @Test
  void theyArePinned() {
    // They are in people's baselines: these may only change with a note in the change log.
    var name =
        new Fingerprints()
            .next("hardcoded", flagged(PLACE, "sink", "GFP_KERNEL"), "sink", List.of("GFP_KERNEL"));
    assertEquals("510f25a91ad30240128ecbb6351551d8", name.fingerprint().whole());
    assertEquals("G" + name.fingerprint().whole().substring(0, 8), name.id());
  }

  @ParameterizedTest
  @CsvSource({
    "gfp,_",
    "GFP_KERNEL,GFP_KERNEL",
    "'mapping_gfp_mask(m) & ~__GFP_FS',mapping_gfp_mask(_)&~__GFP_FS",
    "sb->s_gfp | x.mask,_->s_gfp|_.mask",
    "sizeof  struct foo,_ _ _",
    "(gfp_t)0x10u,(_)0x10u",
    "f /* ( */ (a),f(_)",
  })
  void shapes(String text, String shape) {
    assertEquals(shape, MaskShape.of(text));
  }

  private static Finding finding(int line, String id, Fingerprint fingerprint) {
    Place place = new Place("a.c", line, 1, "f");
    return new Finding(
        new FindingName(id, fingerprint),
        new Complaint("hardcoded", Level.ERROR, "message"),
        flagged(place, "sink", "GFP_KERNEL"),
        Optional.empty(),
        new Grounds(List.of(new WitnessStep(place, "step")), List.of(), List.of()));
  }

  @Test
  void findingsOfSeveralRunsGetNamesOfTheirOwn() {
    Fingerprint same = new Fingerprint("0123456789abcdef0123456789abcdef", "content");
    Fingerprint near = new Fingerprint("01234567000000000000000000000000", "other");
    List<Finding> distinct =
        Fingerprints.distinct(
            List.of(
                finding(4, "G01234567", same),
                finding(6, "G01234567", same),
                finding(8, "G01234567", near)));
    assertEquals(same, distinct.get(0).fingerprint());
    assertEquals("G01234567", distinct.get(0).id());
    assertNotEquals(same.whole(), distinct.get(1).fingerprint().whole());
    assertEquals(same.content(), distinct.get(1).fingerprint().content());
    assertEquals("G" + distinct.get(1).fingerprint().whole().substring(0, 8), distinct.get(1).id());
    assertEquals(near, distinct.get(2).fingerprint());
    assertEquals("G01234568", distinct.get(2).id());
  }
}
