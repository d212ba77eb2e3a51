package org.gfpaudit.analyzer.consequence;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
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
  private final AskedAhead ahead;
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

  /**
   * @param ahead asks for the calls of helpers before it is their turn
   */
  GuardedCalls(
      Model model, Arguments arguments, OwnProtection own, Ladder ladder, AskedAhead ahead) {
    this.model = model;
    this.arguments = arguments;
    this.own = own;
    this.ladder = ladder;
    this.ahead = ahead;
  }

  /** The calls of {@code judged}, and those of what they show to be helpers; sorted. */
  List<GuardedCall> find(List<JudgedCall> judged) {
    lookAhead(judged);
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
      helper(call).ifPresent(this::callsOf);
    }
    return List.copyOf(found);
  }

  private Optional<Helper> helper(JudgedCall call) {
    return asksMapping(call.row().protection())
        ? helper(call.entity(), ladder.paths(call), call.reach(), 0)
        : Optional.empty();
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

  /** A function that calls a helper. */
  private record Caller(Helper helper, Entity entity) {}

  /** What is asked of a caller, whatever the helper allocates by. */
  private record Asked(Entity caller, Entity helper, int parameter) {
    static Asked of(Caller caller) {
      return new Asked(caller.entity, caller.helper.entity, caller.helper.parameter);
    }
  }

  private Stream<Caller> callers(Helper helper) {
    return model
        .edges()
        .directCallersOf(helper.entity())
        .map(CallEdge::caller)
        .distinct()
        .filter(caller -> model.index().kind(caller) == EntityKind.FUNCTION)
        .filter(caller -> !caller.equals(helper.entity()))
        .map(caller -> new Caller(helper, caller));
  }

  private List<CallValues> calls(Caller caller) {
    String name = model.program().name(caller.helper().entity());
    CallQuestion question =
        new CallQuestion(name, caller.helper().parameter(), OptionalInt.empty());
    return arguments.of(caller.entity(), Map.of(name, question));
  }

  private SortedSet<AccessPath> mappings(Caller caller, CallValues values) {
    Place place = model.program().place(caller.entity(), values.name().start());
    SortedSet<AccessPath> paths = new TreeSet<>();
    for (AccessPath target : values.targets()) {
      AccessPath mapping = caller.helper().mapping().rebase(target, place);
      paths.add(model.kernel().mappings().normal(mapping));
    }
    return paths;
  }

  private static CallSite site(Caller caller, CallValues values) {
    return new CallSite(caller.entity(), values.name().start());
  }

  /** Looks at the callers of all helpers, so that what is asked in their turn is known then. */
  private void lookAhead(List<JudgedCall> judged) {
    Set<Asked> asked = new HashSet<>();
    List<Caller> callers = unasked(judged.stream().flatMap(call -> helper(call).stream()), asked);
    while (!callers.isEmpty()) {
      ahead.ask(callers, this::lookAhead);
      callers = unasked(callers.stream().flatMap(this::helpers), asked);
    }
  }

  private List<Caller> unasked(Stream<Helper> helpers, Set<Asked> asked) {
    return helpers.flatMap(this::callers).filter(caller -> asked.add(Asked.of(caller))).toList();
  }

  private void lookAhead(Caller caller) {
    for (CallValues values : calls(caller)) {
      ladder.kinds(site(caller, values), mappings(caller, values));
      own.of(reach(caller, site(caller, values)));
    }
  }

  /** Whether a caller of a helper is one itself, by each of its calls. */
  private Stream<Helper> helpers(Caller caller) {
    return calls(caller).stream().flatMap(values -> helper(caller, values).stream());
  }

  private Optional<Helper> helper(Caller caller, CallValues values) {
    Helper below = caller.helper();
    return below.depth() < MAX_DEPTH
        ? helper(
            caller.entity(),
            mappings(caller, values),
            reach(caller, site(caller, values)),
            below.depth() + 1)
        : Optional.empty();
  }

  /** The way of a call of a helper to the sink. */
  private SinkReach reach(Caller caller, CallSite at) {
    SinkReach below = caller.helper().reach();
    String name = model.program().name(caller.helper().entity());
    return below.behind(new Step(at, "calls " + name + "()"), below.mask());
  }

  private void callsOf(Helper helper) {
    for (Caller caller : callers(helper).toList()) {
      for (CallValues values : calls(caller)) {
        CallSite at = site(caller, values);
        if (seen.add(at) && !model.condition(at).isFalse()) {
          look(caller, values, at);
        }
      }
    }
  }

  private void look(Caller caller, CallValues values, CallSite at) {
    SiteMapping mapping = ladder.mapping(at, mappings(caller, values));
    Protection protection = ladder.protection().with(own.of(reach(caller, at)), mapping);
    String name = model.program().name(caller.helper().entity());
    found.add(
        new GuardedCall(
            new Flagged(model.place(at), name, "", values.targetText(), model.condition(at)),
            mapping.here().name(),
            protection,
            mapping.stake()));
    helper(caller, values).ifPresent(this::callsOf);
  }
}
