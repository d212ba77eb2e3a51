package org.gfpaudit.analyzer.deadlock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.facts.JudgedCall;
import org.gfpaudit.analyzer.model.KernelModel;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.rules.knowledge.FgpEffect;
import org.gfpaudit.rules.mask.Alternative;
import org.gfpaudit.rules.mask.Bits;
import org.gfpaudit.rules.mask.Symbol;
import org.gfpaudit.rules.mask.Term;

/**
 * The page-cache allocations whose own mask lets reclaim into file systems: by a constant, or by
 * the mask of a mapping, whatever that is. A bit that a caller or a field brings counts where it is
 * brought in.
 */
final class PageCacheAllocations implements Allocations {
  private final Map<CallSite, Allocation> bySite = new HashMap<>();
  private final SortedSet<Entity> functions = new TreeSet<>();
  private final SortedSet<Entity> byConstant = new TreeSet<>();

  PageCacheAllocations(KernelModel kernel, Collection<JudgedCall> judged) {
    for (JudgedCall call : judged) {
      if (call.judgement().isUsed()
          && !call.row().condition().isFalse()
          && entersFs(kernel, call)) {
        boolean isByConstant = isByConstant(kernel, call);
        bySite.putIfAbsent(
            call.site(), new Allocation(call.row().mask(), isByConstant, clearing(kernel, call)));
        functions.add(call.entity());
        if (isByConstant) {
          byConstant.add(call.entity());
        }
      }
    }
  }

  @Override
  public Kind kind() {
    return Kind.PAGE_CACHE;
  }

  @Override
  public SortedSet<Entity> functions() {
    return functions;
  }

  @Override
  public SortedSet<Entity> byConstant() {
    return byConstant;
  }

  @Override
  public Optional<Allocation> at(CallSite site) {
    return Optional.ofNullable(bySite.get(site));
  }

  /** Whether its mask has the bit by a constant, whatever the mapping's mask is. */
  private static boolean isByConstant(KernelModel kernel, JudgedCall call) {
    return terms(call).stream()
        .anyMatch(term -> term.symbols().isEmpty() && term.bits().intersects(kernel.bits().fs()));
  }

  private static boolean entersFs(KernelModel kernel, JudgedCall call) {
    Bits fs = kernel.bits().fs();
    return terms(call).stream()
            .filter(term -> term.bits().intersects(fs))
            .anyMatch(
                term -> term.symbols().stream().allMatch(Symbol.MappingMask.class::isInstance))
        && terms(call).stream()
            .anyMatch(term -> term.bits().intersects(kernel.bits().directReclaim()));
  }

  /** The flags of the call that may take the bit out of its mask. */
  private static Set<String> clearing(KernelModel kernel, JudgedCall call) {
    Set<String> clearing = new HashSet<>();
    for (FgpEffect effect : kernel.knowledge().fgpEffects()) {
      if (effect.kind() == FgpEffect.Kind.CLEARS
          && call.reach().flags().bits().intersects(kernel.names().bit(effect.flag()))) {
        clearing.add(effect.flag());
      }
    }
    return clearing;
  }

  private static List<Term> terms(JudgedCall call) {
    List<Term> terms = new ArrayList<>();
    for (Alternative alternative : call.reach().mask().alternatives()) {
      terms.addAll(alternative.terms());
    }
    return terms;
  }
}
