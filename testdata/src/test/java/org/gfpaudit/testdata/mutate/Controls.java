package org.gfpaudit.testdata.mutate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.testdata.mutate.Template.Section;

/**
 * What is said of copies of sites that are unbroken, or broken in the simplest ways. A site whose
 * copy is another matter than itself, because of its callers, is no site to try mutations at.
 */
final class Controls {
  private final IdentityHashMap<Site, Answer> unbroken = new IdentityHashMap<>();
  private final Set<Site> silent = Collections.newSetFromMap(new IdentityHashMap<>());

  private Controls() {}

  /** Audits a tree with the copies. */
  static Controls of(SourceTree tree, List<Site> sites) throws IOException {
    List<Mutant> mutants = new ArrayList<>();
    List<Mutant> same = new ArrayList<>();
    int number = 0;
    for (Site site : sites) {
      String mask = site.maskText();
      for (String text : List.of(mask, "(GFP_KERNEL)", "(" + mask + ") | __GFP_FS")) {
        Template template = new Template("control", "", Map.of(Section.MASK, text));
        Mutant mutant = template.of(site, new Filling(number++, "")).orElseThrow();
        mutants.add(mutant);
        if (text.equals(mask)) {
          same.add(mutant);
        }
      }
    }
    Set<Mutant> unchanged = Collections.newSetFromMap(new IdentityHashMap<>());
    unchanged.addAll(same);
    Controls controls = new Controls();
    for (Answered answered : Answered.of(tree, mutants)) {
      Site site = answered.placed().mutant().site();
      if (unchanged.contains(answered.placed().mutant())) {
        controls.unbroken.put(site, answered.answer());
      } else if (!answered.answer().isReported()) {
        controls.silent.add(site);
      }
    }
    return controls;
  }

  /** The answer for an unbroken copy. */
  Answer unbroken(Site site) {
    return unbroken.getOrDefault(site, Answer.NONE);
  }

  /** Whether a copy has the verdict of the original. */
  boolean isKept(Site site) {
    return unbroken(site).atCall().equals(EnumSet.of(site.row().verdict()));
  }

  /** Whether a constant, and a bit that is OR-ed in, are shown at a copy. */
  boolean showsConstants(Site site) {
    return !silent.contains(site);
  }
}
