package org.gfpaudit.rules.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Verdict;
import org.junit.jupiter.api.Test;

class RuleCatalogTest {
  private static final Path PACKAGES = Path.of("src/main/java/org/gfpaudit/rules");
  private static final Set<Verdict> NO_FINDING =
      Set.of(Verdict.PASSTHROUGH, Verdict.SCOPED, Verdict.DERIVED);

  /** A package that holds a descriptor is named after its rule, and the rule is in the list. */
  @Test
  void everyRuleHasAPackageOfItsName() throws IOException {
    try (Stream<Path> files = Files.walk(PACKAGES)) {
      Set<String> packages =
          files
              .filter(file -> file.toString().endsWith("Rule.java"))
              .map(file -> file.getName(file.getNameCount() - 2).toString())
              .filter(name -> !name.equals("api"))
              .collect(Collectors.toCollection(TreeSet::new));
      Set<String> listed =
          RuleCatalog.all().stream()
              .map(rule -> rule.id().replace("-", ""))
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(packages, listed);
    }
  }

  @Test
  void everyBadVerdictHasARule() {
    for (Verdict verdict : Verdict.values()) {
      assertEquals(
          !NO_FINDING.contains(verdict),
          RuleCatalog.byId(verdict.word()).isPresent(),
          verdict::word);
    }
  }

  private static Level level(String id) {
    return RuleCatalog.byId(id).orElseThrow().level();
  }

  /** What goes wrong at run time whatever reclaim does is an error. */
  @Test
  void aLostMaskAndAScopeLeftOpenAreErrors() {
    assertEquals(Level.ERROR, level("mask-never-saved"));
    assertEquals(Level.ERROR, level("scope-unbalanced"));
  }

  @Test
  void whatCannotBlockOrCostsMuchIsOffByDefault() {
    Set<String> off = new TreeSet<>();
    RuleCatalog.all().forEach(rule -> off.add(rule.id()));
    RuleCatalog.onByDefault().forEach(rule -> off.remove(rule.id()));
    // reclaim-deadlock costs half as much again as all other phases on a whole kernel.
    assertEquals(
        Set.of(
            "hardcoded-weak",
            "reclaim-deadlock",
            "reclaim-deadlock-any",
            "scope-redundant",
            "weaker-than-needed"),
        off);
  }
}
