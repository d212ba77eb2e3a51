package org.gfpaudit.analyzer.consequence;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gfpaudit.analyzer.facts.CallQuestion;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.facts.CallValues;
import org.gfpaudit.analyzer.facts.JudgedCall;
import org.gfpaudit.analyzer.facts.SinkReach;
import org.gfpaudit.analyzer.facts.Step;
import org.gfpaudit.analyzer.masks.Arguments;
import org.gfpaudit.analyzer.model.CallEdge;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.rows.OwnProtection;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.BitProtection.Access;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.GuardedCall;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.Protection;
import org.gfpaudit.rules.finding.ReclaimBit;
import org.gfpaudit.rules.mask.AccessPath;

/**
 * Finds the calls of helpers that allocate with the mask of the mapping they are handed, as {@code
 * grab_cache_page()} does. Such a call has no row: what protects it is the mask of its mapping, and
 * the scopes around it. A helper may stand behind {@value #MAX_DEPTH} others at most.
 */
final class GuardedCalls {
  private static final int MAX_DEPTH = 2;

  private final Model model;
  private final Arguments arguments;
  private final OwnProtection own;
  private final Ladder ladder;
  private final SortedSet<GuardedCall> found = new TreeSet<>();
  private final Set<CallSite> seen = new HashSet<>();

  /**
   * A function that allocates for a mapping that is one of its parameters.
   *
   * @param reach its way to the sink
   * @param mapping from a parameter to the mapping
   */
  private record Helper(
      Entity entity, int parameter, AccessPath mapping, SinkReach reach, int depth) {}

  GuardedCalls(Model model, Arguments arguments, OwnProtection own, Ladder ladder) {
    this.model = model;
    this.arguments = arguments;
    this.own = own;
    this.ladder = ladder;
  }

  /** The calls of {@code judged}, and those of what they show to be helpers; sorted. */
  List<GuardedCall> find(List<JudgedCall> judged) {
    for (JudgedCall call : judged) {
      AuditRow row = call.row();
      if (!row.condition().isFalse()) {
        SiteMapping mapping = ladder.mapping(call);
        found.add(
            new GuardedCall(
                row.flagged(),
                mapping.here().name(),
                row.protection(),
                mapping.stake(),
                row.origins()));
      }
      if (asksMapping(call.row().protection())) {
        helper(call.entity(), ladder.paths(call), call.reach(), 0).ifPresent(this::callsOf);
      }
    }
    return List.copyOf(found);
  }

  private static boolean asksMapping(Protection protection) {
    return protection.of(ReclaimBit.FS).filter(b -> b.access() == Access.BY_MAPPING).isPresent()
        || protection.of(ReclaimBit.IO).filter(b -> b.access() == Access.BY_MAPPING).isPresent();
  }

  private Optional<Helper> helper(
      Entity entity, SortedSet<AccessPath> paths, SinkReach reach, int depth) {
    boolean isHandedIn = paths.size() == 1 && paths.first().steps().isEmpty();
    return isHandedIn && paths.first().root() instanceof AccessPath.Param parameter
        ? Optional.of(new Helper(entity, parameter.index(), paths.first(), reach, depth))
        : Optional.empty();
  }

  private void callsOf(Helper helper) {
    String name = model.program().name(helper.entity());
    Map<String, CallQuestion> question =
        Map.of(name, new CallQuestion(name, helper.parameter(), OptionalInt.empty()));
    for (CallEdge edge : model.edges().directCallersOf(helper.entity()).distinct().toList()) {
      Entity caller = edge.caller();
      if (model.index().kind(caller) != EntityKind.FUNCTION || caller.equals(helper.entity())) {
        continue;
      }
      for (CallValues values : arguments.of(caller, question)) {
        CallSite at = new CallSite(caller, values.name().start());
        if (seen.add(at) && !model.condition(at).isFalse()) {
          look(helper, name, values, at);
        }
      }
    }
  }

  private void look(Helper helper, String name, CallValues values, CallSite at) {
    Place place = model.place(at);
    SortedSet<AccessPath> paths = new TreeSet<>();
    for (AccessPath target : values.targets()) {
      paths.add(model.kernel().mappings().normal(helper.mapping().rebase(target, place)));
    }
    Step step = new Step(at, "calls " + name + "()");
    SinkReach reach = helper.reach().behind(step, helper.reach().mask());
    SiteMapping mapping = ladder.mapping(at, paths);
    Protection protection = ladder.protection().with(own.of(reach), mapping);
    found.add(
        new GuardedCall(
            new Flagged(place, name, "", values.targetText(), model.condition(at)),
            mapping.here().name(),
            protection,
            mapping.stake()));
    if (helper.depth() < MAX_DEPTH) {
      helper(at.entity(), paths, reach, helper.depth() + 1).ifPresent(this::callsOf);
    }
  }
}
