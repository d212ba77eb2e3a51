package org.gfpaudit.rules.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.gfpaudit.rules.catalog.RuleCatalog;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.mask.AccessPath;
import org.gfpaudit.rules.mask.BitNames;
import org.gfpaudit.rules.mask.Bits;
import org.gfpaudit.rules.mask.Scope;
import org.junit.jupiter.api.Test;

/** The shipped tables. */
class KnowledgeTest {
  private static final Knowledge ALL = Knowledge.shipped();

  private static final Place SOMEWHERE = new Place("fs/a.c", 1, 1, "f");

  @Test
  void argumentsCountFromZeroOrFromTheEnd() {
    Sink insert = ALL.sink("add_to_page_cache_lru").orElseThrow();
    assertEquals(OptionalInt.of(3), insert.mask().in(4));
    assertEquals(Optional.of(new ArgumentPosition(1)), insert.mapping());
    assertEquals(Optional.empty(), insert.fgp());
    assertEquals(Sink.Family.INSERTION, insert.family());
    Sink read = ALL.sink("do_read_cache_page").orElseThrow();
    assertEquals(OptionalInt.of(4), read.mask().in(5));
    assertEquals(OptionalInt.empty(), read.mask().in(0));
    assertEquals(OptionalInt.empty(), ALL.sink("shmem_add_to_page_cache").get().mask().in(4));
    assertEquals(Optional.empty(), ALL.sink("printk"));
  }

  @Test
  void everyRowNamesKernelFilesAndReleases() {
    ReclaimTables reclaim = ALL.reclaim();
    List<List<? extends Row>> tables =
        List.of(
            List.copyOf(ALL.sinks()),
            List.copyOf(ALL.sources()),
            List.copyOf(ALL.identities()),
            ALL.fgpEffects(),
            List.copyOf(ALL.scopes()),
            List.copyOf(ALL.constrainers()),
            Stream.of(ReclaimRoot.Kind.values()).flatMap(k -> reclaim.roots(k).stream()).toList(),
            Stream.of(ReclaimWord.Kind.values()).flatMap(k -> reclaim.words(k).stream()).toList());
    for (List<? extends Row> table : tables) {
      assertFalse(table.isEmpty());
      for (Row row : table) {
        assertTrue(
            row.origin().matches("(?s).*\\w/\\S+\\.[ch].*\\((3|4|5|6|7)\\.\\d+.*"), row::toString);
      }
    }
  }

  @Test
  void namesThatChangedTheirMeaningAreToldApart() {
    assertEquals(
        List.of("__GFP_COLD", "__GFP_NORETRY", "__GFP_NOWARN"),
        ALL.at("4.9.0").source("readahead_gfp_mask").orElseThrow().or());
    assertEquals(
        List.of("__GFP_NORETRY", "__GFP_NOWARN"),
        ALL.source("readahead_gfp_mask").orElseThrow().or());
    assertTrue(ALL.at("3.18.19").source("struct address_space", "flags").isPresent());
    assertTrue(ALL.at("4.9").source("struct address_space", "flags").isEmpty());
    assertTrue(ALL.at("4.9").source("struct address_space", "gfp_mask").isPresent());
    assertTrue(ALL.source("struct radix_tree_root", "gfp_mask").isEmpty());
  }

  @Test
  void fgpFlagsClearByRelease() {
    BitNames names = BitNames.forGfp();
    Bits fs = names.bit("__GFP_FS");
    assertEquals(fs, cleared(ALL.at("5.10"), "FGP_NOFS", names));
    assertEquals(Bits.NONE, cleared(ALL.at("5.10"), "FGP_NOWAIT", names));
    assertTrue(cleared(ALL.at("6.1"), "FGP_NOWAIT", names).containsAll(fs));
    assertEquals(Bits.NONE, cleared(ALL, "FGP_CREAT", names));
    assertTrue(
        ALL.fgpEffects().stream()
            .anyMatch(e -> e.flag().equals("FGP_CREAT") && e.kind() == FgpEffect.Kind.CREATES));
  }

  private static Bits cleared(Knowledge knowledge, String flag, BitNames names) {
    GfpTable table = knowledge.forVersion("6.1");
    Bits bits = Bits.NONE;
    for (FgpEffect effect : knowledge.fgpEffects()) {
      if (effect.flag().equals(flag) && effect.kind() == FgpEffect.Kind.CLEARS) {
        for (String name : effect.bits()) {
          bits = bits.or(table.bits(name, names).orElseGet(() -> names.bit(name)));
        }
      }
    }
    return bits;
  }

  @Test
  void onlyTwoKindsOfScopeClearAnything() {
    assertEquals(Optional.of(Scope.NOFS), ALL.scope("memalloc_nofs_save").get().scope());
    assertEquals(Optional.of(Scope.NOIO), ALL.scope("PF_MEMALLOC_NOIO").get().scope());
    assertEquals(Optional.empty(), ALL.scope("memalloc_flags_save").get().scope());
    for (String name :
        List.of("PF_FSTRANS", "memalloc_noreclaim_save", "memalloc_nocma_save", "PF_MEMALLOC")) {
      assertEquals(Optional.of(Scope.NONE), ALL.scope(name).get().scope());
    }
  }

  @Test
  void constrainersSayWhatTheyAreHanded() {
    Constrainer set = ALL.constrainer("mapping_set_gfp_mask").orElseThrow();
    assertEquals(OptionalInt.of(1), set.mask());
    assertEquals(Optional.of("GFP_USER"), ALL.constrainer("inode_nohighmem").orElseThrow().fixed());
  }

  @Test
  void namesOfOneMappingHaveOneNormalForm() {
    MappingForms forms = ALL.at("3.18").mappingForms();
    AccessPath inode = AccessPath.local("inode", 1);
    AccessPath file = AccessPath.param(0);
    assertEquals(steps(inode, "i_mapping"), forms.normal(steps(inode, "i_data")));
    assertEquals(steps(file, "f_mapping"), forms.normal(steps(file, "f_inode", "i_mapping")));
    assertEquals(steps(file, "f_mapping"), forms.normal(steps(file, "f_inode", "i_data")));
    assertEquals(
        steps(file, "f_mapping"),
        forms.normal(steps(file, "f_path", "dentry", "d_inode", "i_mapping")));
    assertEquals(steps(file, "mapping"), forms.normal(steps(file, "mapping", "host", "i_mapping")));
    assertEquals(file, forms.normal(steps(file, "host", "i_data")));
    AccessPath own = steps(file, "private", "mapping");
    assertEquals(own, forms.normal(own));
    assertEquals(List.of("f_inode"), forms.accessor("file_inode").orElseThrow().steps());
    assertEquals(List.of(), forms.accessor("page_folio").orElseThrow().steps());
    assertEquals(Optional.empty(), forms.accessor("kmalloc"));
  }

  private static AccessPath steps(AccessPath root, String... steps) {
    AccessPath path = root;
    for (String step : steps) {
      path = path.then(step, SOMEWHERE);
    }
    return path;
  }

  @Test
  void gfpTablesServeTheNearestOlderRelease() {
    assertEquals("6.1", ALL.forVersion("6.1.192").version().toString());
    assertEquals("6.1", ALL.forVersion("v6.11-rc3").version().toString());
    assertEquals("7.2", ALL.forVersion("9.0").version().toString());
    IllegalArgumentException old =
        assertThrows(IllegalArgumentException.class, () -> ALL.forVersion("2.6.32"));
    assertEquals(
        "no GFP table for kernel 2.6.32; known are [3.18, 4.9, 5.10, 6.1, 6.12, 7.2]",
        old.getMessage());
    IllegalArgumentException wrong =
        assertThrows(IllegalArgumentException.class, () -> ALL.forVersion("mainline"));
    assertTrue(String.valueOf(wrong.getMessage()).contains("'mainline'"));
    assertTrue(String.valueOf(wrong.getMessage()).contains("known are"));
  }

  @Test
  void gfpNamesAreMadeOfTheAtomsOfTheirRelease() {
    assertEquals(List.of("__GFP_FS", "__GFP_IO", "__GFP_WAIT"), atoms("3.18", "GFP_KERNEL"));
    assertEquals(
        List.of("__GFP_FS", "__GFP_IO", "__GFP_DIRECT_RECLAIM", "__GFP_KSWAPD_RECLAIM"),
        atoms("7.2", "GFP_KERNEL"));
    assertEquals(List.of(), atoms("3.18", "GFP_NOWAIT"));
    assertEquals(List.of("__GFP_KSWAPD_RECLAIM", "__GFP_NOWARN"), atoms("6.12", "GFP_NOWAIT"));
    assertTrue(ALL.forVersion("4.9").names().get("GFP_IOFS") == null);
    for (KernelVersion version : ALL.gfpVersions()) {
      for (String name : List.of("GFP_NOFS", "GFP_NOIO", "GFP_ATOMIC")) {
        assertFalse(atoms(version.toString(), name).contains("__GFP_FS"));
      }
      BitNames names = BitNames.forGfp();
      GfpTable table = ALL.forVersion(version.toString());
      assertTrue(table.bits("__GFP_BITS_MASK", names).orElseThrow().equals(Bits.ALL));
      assertTrue(
          table
              .bits("GFP_RECLAIM_MASK", names)
              .orElseThrow()
              .containsAll(table.bits("GFP_KERNEL", names).orElseThrow()));
    }
  }

  private static List<String> atoms(String version, String name) {
    BitNames names = BitNames.forGfp();
    return names.names(ALL.forVersion(version).bits(name, names).orElseThrow());
  }

  @Test
  void everyAtomHasAnIndexOfItsOwn() {
    BitNames names = BitNames.forGfp();
    for (KernelVersion version : ALL.gfpVersions()) {
      ALL.forVersion(version.toString())
          .names()
          .values()
          .forEach(c -> c.atoms().forEach(a -> assertFalse(names.bit(a).isCofinite(), a)));
    }
  }

  @Test
  void exemptionsMatchWhatTheySay() {
    SiteFacts fault = new SiteFacts(SOMEWHERE, "struct vm_fault.gfp_mask", Set.of());
    assertEquals(Optional.of(Level.NOTE), ALL.exemption("re-added", fault).orElseThrow().level());
    assertEquals(Optional.empty(), ALL.exemption("unknown", fault));
    assertEquals(Optional.empty(), ALL.exemption("re-added", SiteFacts.of(SOMEWHERE)));
    assertTrue(exempts("mm/hugetlb.c", "x"));
    assertTrue(exempts("fs/hugetlbfs/inode.c", "x"));
    assertTrue(exempts("fs/btrfs/tests/extent-io-tests.c", "x"));
    assertFalse(exempts("fs/btrfs/contests/x.c", "x"));
    assertFalse(exempts("fs/hugetlbfs.c", "x"));
    assertTrue(exempts("mm/a.c", "hugetlb_add_to_page_cache"));
    assertTrue(
        ALL.exemption(
                "hardcoded", new SiteFacts(SOMEWHERE, "", Set.of(SiteProperty.NEVER_INSERTED)))
            .isPresent());
    assertEquals(
        Optional.empty(),
        ALL.exemption("hardcoded", SiteFacts.of(new Place("tools/mm/a.c", 1, 1, "f")))
            .orElseThrow()
            .level());
  }

  private static boolean exempts(String file, String function) {
    return ALL.exemption("hardcoded", SiteFacts.of(new Place(file, 1, 1, function))).isPresent();
  }

  @Test
  void exemptionsNameRulesThereAre() {
    for (Exemption exemption : ALL.exemptions()) {
      for (String rule : exemption.rules()) {
        assertTrue(RuleCatalog.byId(rule).isPresent(), rule);
      }
    }
  }

  @Test
  void patternsDoNotBlowUp() {
    Exemption exemption =
        new Exemption(
            Exemption.Kind.PATH, "*a*a*a*a*a*a*a*b", Set.of(), Optional.empty(), "r", "o");
    String file = "a".repeat(20_000);
    assertFalse(exemption.applies("hardcoded", SiteFacts.of(new Place(file, 1, 1, "f"))));
  }

  @Test
  void versionsAreReadAndCompared() {
    assertEquals(new KernelVersion(6, 1), KernelVersion.parse("v6.1.192"));
    assertTrue(KernelVersion.parse("6.12").compareTo(KernelVersion.parse("6.1")) > 0);
    assertEquals(new KernelVersion(7, 2), KernelVersion.parse("7.2-rc1"));
    for (String wrong : List.of("", "6", "six", "6.x", "99999.1")) {
      assertThrows(IllegalArgumentException.class, () -> KernelVersion.parse(wrong));
    }
  }
}
