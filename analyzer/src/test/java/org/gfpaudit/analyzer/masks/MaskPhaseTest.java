package org.gfpaudit.analyzer.masks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gfpaudit.analyzer.driver.Phases;
import org.gfpaudit.analyzer.facts.CallFact;
import org.gfpaudit.analyzer.facts.SinkReach;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Symbol;
import org.junit.jupiter.api.Test;

/** What the mask phase finds in functions, in terms of their parameters. */
class MaskPhaseTest {
  private static final String INSERT = "return add_to_page_cache_lru(page, mapping, 0, gfp);\n}\n";

  private static Phases function(String parameters, String body) {
    return Phases.of(
        "int f(struct page *page, struct address_space *mapping"
            + parameters
            + ")\n{\n"
            + body
            + "\n"
            + INSERT);
  }

  private static MaskValue mask(Phases phases, String function) {
    return phases.call(function).reaches().get(0).mask();
  }

  private static boolean isFromMapping(MaskValue mask) {
    return !mask.symbols().isEmpty()
        && mask.symbols().stream().allMatch(Symbol.MappingMask.class::isInstance);
  }

  @Test
  void aSiteIsACallOfASinkAndAnOriginOneThatBindsAMask() {
    Phases phases =
        Phases.of(
            "int below(struct page *page, struct address_space *mapping, gfp_t gfp)\n{\n"
                + INSERT
                + "int above(struct page *p, struct address_space *m)\n{\n"
                + "\treturn below(p, m, GFP_NOFS);\n}\n");
    assertTrue(phases.call("below").isSite());
    assertEquals("gfp", phases.call("below").ways().get(0).masks().get(0).text());
    assertEquals(2, index(mask(phases, "below")));
    CallFact above = phases.call("above");
    assertFalse(above.isSite());
    assertEquals("GFP_NOFS", above.ways().get(0).masks().get(0).text());
    assertEquals("m", above.ways().get(0).mapping());
    assertTrue(mask(phases, "above").isExact());
    SinkReach way = above.reaches().get(0);
    assertEquals(
        List.of(
            "passed to below() as argument 3", "passed to add_to_page_cache_lru() as argument 4"),
        way.steps().stream().map(step -> step.text()).toList());
    assertEquals(phases.entity("below"), way.site().entity());
  }

  private static int index(MaskValue mask) {
    Symbol only = mask.symbols().first();
    return only instanceof Symbol.Parameter parameter ? parameter.index() : -1;
  }

  @Test
  void aMaskIsFollowedThroughLocals() {
    Phases phases = function("", "gfp_t m = mapping_gfp_mask(mapping), gfp = m & ~__GFP_FS;");
    assertTrue(isFromMapping(mask(phases, "f")));
  }

  @Test
  void whatOnePathSetsBehindAPointerDoesNotHideWhatWasThere() {
    Phases phases =
        function(
            ", struct ctx *c, int x",
            "gfp_t gfp;\nif (x) c->gfp = mapping_gfp_mask(mapping);\ngfp = c->gfp;");
    assertTrue(
        mask(phases, "f").symbols().stream().anyMatch(Symbol.Field.class::isInstance),
        () -> mask(phases, "f").toString());
  }

  @Test
  void whatOnePathSetsInAnInitialisedStructLeavesZeroOnTheOther() {
    Phases phases =
        function(
            ", int x",
            "struct ctx c = {};\ngfp_t gfp;\n"
                + "if (x) c.gfp = mapping_gfp_mask(mapping);\ngfp = c.gfp;");
    assertEquals(2, mask(phases, "f").alternatives().size(), () -> mask(phases, "f").toString());
  }

  @Test
  void aStoreThroughAPointerToOneOfTwoMayChangeEither() {
    Phases phases =
        function(
            ", int x",
            "gfp_t gfp = mapping_gfp_mask(mapping), other = 0, *p = x ? &gfp : &other;\n"
                + "*p = GFP_KERNEL;");
    MaskValue mask = mask(phases, "f");
    assertFalse(isFromMapping(mask) && mask.alternatives().size() == 1, mask::toString);
    assertEquals(2, mask.alternatives().size(), mask::toString);
  }

  @Test
  void aStoreThroughAnotherPointerToTheSameObjectIsSeen() {
    Phases phases =
        function(
            ", struct ctx *c",
            "struct ctx *d = c;\ngfp_t gfp;\nc->gfp = mapping_gfp_mask(mapping);\n"
                + "d->gfp = GFP_KERNEL;\ngfp = c->gfp;");
    assertEquals(2, mask(phases, "f").alternatives().size(), () -> mask(phases, "f").toString());
  }

  @Test
  void anAddressThatGoesWhereNothingIsSeenMakesTheMaskUnknown() {
    for (String call : List.of("elsewhere(&gfp);", "ops->set(&gfp);", "__set_bit(7, &gfp);")) {
      Phases phases =
          function(", struct ops *ops", "gfp_t gfp = mapping_gfp_mask(mapping);\n" + call);
      assertTrue(
          mask(phases, "f").symbols().stream().anyMatch(Symbol.Unknown.class::isInstance), call);
    }
  }

  @Test
  void whatOneConfigurationStoresBehindAPointerLeavesTheOther() {
    Phases phases =
        Phases.of(
            "static void set(gfp_t *g)\n{\n#ifdef CONFIG_A\n\t*g = GFP_KERNEL;\n#endif\n}\n"
                + "int f(struct page *page, struct address_space *mapping)\n{\n"
                + "gfp_t gfp = mapping_gfp_mask(mapping);\nset(&gfp);\n"
                + INSERT);
    assertEquals(2, mask(phases, "f").alternatives().size(), () -> mask(phases, "f").toString());
  }

  @Test
  void aMacroAssignsToWhatItIsHanded() {
    Phases phases =
        Phases.of(
            "#define SET(v, x) do { (v) = (x); } while (0)\n"
                + "int f(struct page *page, struct address_space *mapping)\n{\n"
                + "gfp_t gfp = mapping_gfp_mask(mapping);\nSET(gfp, GFP_KERNEL);\n"
                + INSERT);
    assertTrue(mask(phases, "f").isExact(), () -> mask(phases, "f").toString());
  }

  @Test
  void aMacroThatExchangesSeesWhatWasThereBefore() {
    Phases phases =
        Phases.of(
            "#define swap(a, b) do { typeof(a) t = (a); (a) = (b); (b) = t; } while (0)\n"
                + "int f(struct page *page, struct address_space *mapping)\n{\n"
                + "gfp_t other = mapping_gfp_mask(mapping), gfp = GFP_KERNEL;\n"
                + "swap(other, gfp);\n"
                + INSERT);
    assertTrue(isFromMapping(mask(phases, "f")), () -> mask(phases, "f").toString());
  }

  @Test
  void fieldsAreSetByTheirPlaceAndInside() {
    String types = "struct in { int n; gfp_t gfp; };\nstruct out { int n; struct in in; };\n";
    String head = "int f(struct page *page, struct address_space *mapping)\n{\n";
    for (String list : List.of("{ 1, { 2, GFP_KERNEL } }", "{ .in = { .gfp = GFP_KERNEL } }")) {
      Phases phases =
          Phases.of(
              types + head + "struct out o = " + list + ";\ngfp_t gfp = o.in.gfp;\n" + INSERT);
      MaskValue mask = mask(phases, "f");
      assertTrue(mask.isExact() && !mask.bits().isEmpty(), list + ": " + mask);
    }
  }
}
