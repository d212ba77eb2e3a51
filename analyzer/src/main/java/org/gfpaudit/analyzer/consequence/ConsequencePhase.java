package org.gfpaudit.analyzer.consequence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.gfpaudit.analyzer.constrain.Constraints;
import org.gfpaudit.analyzer.facts.JudgedCall;
import org.gfpaudit.analyzer.masks.Masks;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.rows.OwnProtection;
import org.gfpaudit.analyzer.scope.Scopes;
import org.gfpaudit.grammar.thread.Loop;
import org.gfpaudit.rules.api.Rank;
import org.gfpaudit.rules.finding.Depth;
import org.gfpaudit.rules.finding.GuardedCall;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.Problem;
import org.gfpaudit.rules.finding.Verdict;

/** The consequence phase: what the masks that were judged can cause on this kernel. */
public final class ConsequencePhase {
  private ConsequencePhase() {}

  /** What earlier phases found, as far as consequences follow from it. */
  public record Found(
      Masks masks, Scopes scopes, Constraints constraints, List<JudgedCall> judged) {}

  /**
   * Ranks every call whose verdict is bad; the others cost nothing.
   *
   * @param depth whether it is looked for what reclaim may do at every call as well
   * @param loop the threads that inodes are looked for on
   */
  public static Consequences run(Model model, Found found, Depth depth, Loop loop) {
    InodeKinds inodes = new InodeKinds(model, found.masks());
    AskedAhead ahead = new AskedAhead(loop);
    ahead.ask(found.constraints().setters(), setter -> inodes.of(setter.at(), setter.mappings()));
    ahead.ask(
        depth.reaches(Depth.GUARDS) ? found.judged() : Ladder.ranked(found.judged()), inodes::of);
    Devices devices = new Devices(model, found.scopes());
    Ladder ladder = new Ladder(model, found.constraints().setters(), inodes, devices);
    List<Problem> problems = new ArrayList<>();
    List<JudgedCall> judged =
        depth.reaches(Depth.GUARDS) ? guarded(ladder, found.judged(), problems) : found.judged();
    IdentityHashMap<JudgedCall, Rank> ranks = new IdentityHashMap<>();
    Set<JudgedCall> allowingFs = Collections.newSetFromMap(new IdentityHashMap<>());
    for (JudgedCall call : judged) {
      try {
        ladder.rank(call).ifPresent(rank -> ranks.put(call, rank));
        if (call.row().verdict() == Verdict.HARDCODED_NOFS && ladder.allowsFs(call)) {
          allowingFs.add(call);
        }
      } catch (RuntimeException | StackOverflowError e) {
        problems.add(problem(call, e));
      }
    }
    LoosenedMappings loosened =
        new LoosenedMappings(model, found.constraints().setters(), devices.servedFromFiles());
    List<GuardedCall> guardedCalls =
        depth.reaches(Depth.GUARDS)
            ? new GuardedCalls(
                    model,
                    found.masks().arguments(),
                    new OwnProtection(model, found.scopes()),
                    ladder,
                    ahead)
                .find(judged)
            : List.of();
    MappingMasks mappings =
        new MappingMasks(model, ladder.setters(), inodes, found.masks().arguments());
    return new Consequences(
        new Consequences.Calls(judged, guardedCalls),
        ranks,
        allowingFs,
        loosened.find(),
        problems,
        new Consequences.More(mappings, devices.servedFromFiles()));
  }

  private static List<JudgedCall> guarded(
      Ladder ladder, List<JudgedCall> judged, List<Problem> problems) {
    List<JudgedCall> guarded = new ArrayList<>(judged.size());
    for (JudgedCall call : judged) {
      try {
        guarded.add(ladder.guarded(call));
      } catch (RuntimeException | StackOverflowError e) {
        guarded.add(call);
        problems.add(problem(call, e));
      }
    }
    return guarded;
  }

  private static Problem problem(JudgedCall call, Throwable cause) {
    Place place = call.row().place();
    return new Problem(
        place.file(),
        place.line(),
        "internal error while it was looked at what the mask in "
            + place.function()
            + "() can cause ("
            + cause
            + "); its finding has the level of its rule, please report it",
        /* severe= */ true);
  }
}
