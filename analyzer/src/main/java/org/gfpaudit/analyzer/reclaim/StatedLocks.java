package org.gfpaudit.analyzer.reclaim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.facts.ReclaimWait;
import org.gfpaudit.analyzer.locks.Acquisition;
import org.gfpaudit.analyzer.locks.Acquisitions;
import org.gfpaudit.analyzer.locks.LockRef;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.rules.finding.ChainStep;
import org.gfpaudit.rules.finding.LockClass;
import org.gfpaudit.rules.knowledge.ReclaimWord;

/**
 * Locks of which code says that reclaim takes them: it takes one between the calls that begin and
 * end what the kernel's lock checker takes for reclaim.
 */
final class StatedLocks {
  private final Model model;
  private final SortedMap<LockClass, Stated> stated = new TreeMap<>();

  /** Where reclaim is said to begin, and what takes the lock there. */
  private record Stated(Site begin, Acquisition taken) {}

  StatedLocks(CommonGround shared) {
    this.model = shared.model();
    for (ReclaimWord word : model.knowledge().reclaim().words(ReclaimWord.Kind.PRIME)) {
      for (Entity caller :
          model.index().find(word.name()).map(model.index()::callers).orElse(List.of())) {
        if (model.index().kind(caller) == EntityKind.FUNCTION) {
          read(shared.sites().of(caller), shared.acquisitions());
        }
      }
    }
  }

  private void read(List<Site> sites, Acquisitions acquisitions) {
    List<Site> ordered = new ArrayList<>(sites);
    ordered.sort(Comparator.comparingInt(Site::offset));
    Site begin = null;
    for (Site site : ordered) {
      String name = site.name().orElse("");
      if (model.knowledge().reclaim().is(ReclaimWord.Kind.PRIME, name)) {
        begin = site;
      } else if (model.knowledge().reclaim().is(ReclaimWord.Kind.UNPRIME, name)) {
        begin = null;
      } else if (begin != null) {
        for (Acquisition taken : acquisitions.of(site.call(), site.graph(), site.entity())) {
          if (taken.isTaken() && taken.lock() instanceof LockRef.Of of) {
            stated.putIfAbsent(of.lockClass(), new Stated(begin, taken));
          }
        }
      }
    }
  }

  /** What is said of a lock, for who asks about it for a subsystem; empty for most. */
  List<ReclaimWait> of(String subsystem, LockClass lock) {
    Stated found = stated.get(lock);
    if (found == null) {
      return List.of();
    }
    Site begin = found.begin();
    ChainStep enters =
        new ChainStep(
            model.place(new CallSite(begin.entity(), begin.offset())),
            ChainStep.Kind.ENTERS_RECLAIM,
            "what "
                + model.program().name(begin.entity())
                + "() says of it: what is taken here is taken in reclaim");
    ChainStep waits =
        new ChainStep(
            model.place(found.taken().at()),
            ChainStep.Kind.WAITS_FOR,
            lock.text() + " for " + found.taken().mode().word());
    return List.of(
        new ReclaimWait(
            lock,
            found.taken().mode(),
            ReclaimWait.Gate.FS,
            subsystem,
            List.of(),
            new ReclaimWait.Path(Optional.empty(), List.of(enters, waits))));
  }
}
