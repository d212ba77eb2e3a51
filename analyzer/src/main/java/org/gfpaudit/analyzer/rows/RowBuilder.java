package org.gfpaudit.analyzer.rows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gfpaudit.analyzer.facts.CallFact;
import org.gfpaudit.analyzer.facts.FunctionFacts;
import org.gfpaudit.analyzer.facts.JudgedCall;
import org.gfpaudit.analyzer.facts.SinkReach;
import org.gfpaudit.analyzer.facts.StoreFact;
import org.gfpaudit.analyzer.facts.TaskFlags;
import org.gfpaudit.analyzer.masks.Masks;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.analyzer.scope.Scopes;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Depth;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.Protection;
import org.gfpaudit.rules.finding.Verdict;
import org.gfpaudit.rules.knowledge.SiteFacts;
import org.gfpaudit.rules.knowledge.SiteProperty;
import org.gfpaudit.rules.mask.Judge;
import org.gfpaudit.rules.mask.Judgement;
import org.gfpaudit.rules.mask.SiteContext;
import org.gfpaudit.rules.mask.Symbol;

/** Makes the rows of the audit table out of the facts at the fixpoint. */
public final class RowBuilder {
  private static final int NO_ARGUMENT = -1;

  private final Model model;
  private final Program program;
  private final Masks masks;
  private final Scopes scopes;
  private final Judge judge;
  private final SiteContexts contexts;
  private final Insertions insertions;
  private final SameArguments sameArguments;

  /** Who says what reclaim may do, where that is asked. */
  private final Optional<OwnProtection> protection;

  private RowBuilder(Model model, Masks masks, Scopes scopes, Depth depth) {
    this.model = model;
    this.program = model.program();
    this.masks = masks;
    this.scopes = scopes;
    this.judge = new Judge(model.kernel().names());
    this.contexts = new SiteContexts(model.kernel());
    this.sameArguments = new SameArguments(program, model.aliases());
    this.protection =
        depth.reaches(Depth.GUARDS)
            ? Optional.of(new OwnProtection(model, scopes))
            : Optional.empty();
    this.insertions = new Insertions(program, model.knowledge());
  }

  /**
   * One judged call for each row, sorted as rows are.
   *
   * @param depth whether the rows say what reclaim may do
   */
  public static List<JudgedCall> run(Model model, Masks masks, Scopes scopes, Depth depth) {
    return new RowBuilder(model, masks, scopes, depth).build();
  }

  private List<JudgedCall> build() {
    List<AuditedCall> calls = new ArrayList<>();
    masks.facts().forEach((entity, facts) -> collect(entity, facts, calls));
    IdentityHashMap<AuditedCall, Place> places = new IdentityHashMap<>();
    for (AuditedCall call : calls) {
      places.put(call, model.place(call.site()));
    }
    OriginClosure origins = new OriginClosure(calls, places, model.owners());
    List<JudgedCall> rows = new ArrayList<>(calls.size());
    for (AuditedCall call : calls) {
      rows.add(judged(call, Objects.requireNonNull(places.get(call)), origins.of(call)));
    }
    rows.sort(Comparator.comparing(JudgedCall::row));
    return rows;
  }

  private void collect(Entity entity, FunctionFacts facts, List<AuditedCall> calls) {
    for (CallFact call : facts.calls()) {
      calls.add(
          new AuditedCall(
              call.isSite() ? AuditRow.Kind.SITE : AuditRow.Kind.ORIGIN,
              new AuditedCall.Binding(entity, Optional.empty(), Set.copyOf(call.callees())),
              call.name(),
              call.ways()));
    }
    for (StoreFact store : facts.stores()) {
      List<SinkReach> reaches = masks.reachesOf(entity, store);
      if (!reaches.isEmpty()) {
        calls.add(
            new AuditedCall(
                AuditRow.Kind.ORIGIN,
                new AuditedCall.Binding(entity, Optional.of(store.symbol()), Set.of()),
                store.field(),
                reaches.stream().map(reach -> stored(reach, store)).toList()));
      }
    }
  }

  /** A way of what is stored in a field: no argument, and the text of the value all the same. */
  private static CallFact.Way stored(SinkReach reach, StoreFact store) {
    return new CallFact.Way(
        reach, List.of(new CallFact.Mask(NO_ARGUMENT, store.text(), new TreeSet<>())), "");
  }

  private record Judged(CallFact.Way way, SinkReach reach, Judgement judgement) {
    /** Of the arguments that the mask is made of those that make the verdict what it is. */
    List<CallFact.Mask> guilty() {
      List<CallFact.Mask> guilty =
          way.masks().stream()
              .filter(mask -> !Collections.disjoint(mask.origins(), judgement.culprits()))
              .toList();
      return guilty.isEmpty() ? way.masks().stream().limit(1).toList() : guilty;
    }
  }

  private JudgedCall judged(AuditedCall call, Place place, List<Place> origins) {
    List<String> parameters = program.parameterNames(call.entity());
    List<Judged> ways = new ArrayList<>();
    for (CallFact.Way way : call.ways()) {
      SinkReach reach = withScopes(way.reach(), parameters);
      ways.add(new Judged(way, reach, judgement(call.entity(), reach, parameters)));
    }
    Judged worst =
        ways.stream()
            .min(
                Comparator.comparing((Judged way) -> way.judgement().verdict())
                    .thenComparing(way -> way.reach().steps().size())
                    .thenComparing(way -> way.reach().sink().name())
                    .thenComparing(way -> way.reach().site()))
            .orElseThrow();
    Judgement judgement = acrossConfigurations(ways, worst);
    List<CallFact.Mask> guilty = guilty(ways, worst);
    AuditRow row =
        new AuditRow(
            call.kind(),
            new Flagged(
                place,
                worst.reach().sink().name(),
                guilty.isEmpty() ? "" : guilty.get(0).text(),
                mapping(ways, worst),
                condition(call)),
            judgement.verdict(),
            origins,
            note(judgement, origins),
            protection.map(own -> own.of(worst.way().reach())).orElse(Protection.UNKNOWN));
    List<Integer> arguments =
        guilty.stream()
            .map(CallFact.Mask::argument)
            .filter(argument -> argument != NO_ARGUMENT)
            .distinct()
            .toList();
    return new JudgedCall(
        new JudgedCall.Spot(call.entity(), call.at(), arguments),
        row,
        judgement,
        worst.reach(),
        facts(call, place, worst.reach()));
  }

  /** The masks that are as bad as the worst: that of the worst way first. */
  private static List<CallFact.Mask> guilty(List<Judged> ways, Judged worst) {
    List<CallFact.Mask> guilty = new ArrayList<>(worst.guilty());
    for (Judged way : ways) {
      if (way.judgement().verdict() == worst.judgement().verdict()
          || (isHardcoded(way.judgement()) && isHardcoded(worst.judgement()))) {
        guilty.addAll(way.guilty());
      }
    }
    for (Judged way : ways) {
      if (guilty.isEmpty()) {
        guilty.addAll(way.guilty());
      }
    }
    return guilty;
  }

  private static boolean isHardcoded(Judgement judgement) {
    return judgement.verdict() == Verdict.HARDCODED
        || judgement.verdict() == Verdict.HARDCODED_NOFS;
  }

  private static String mapping(List<Judged> ways, Judged worst) {
    return Stream.concat(Stream.of(worst), ways.stream())
        .map(each -> each.way().mapping())
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String note(Judgement judgement, List<Place> origins) {
    if (origins.size() < OriginClosure.MAX_ORIGINS) {
      return judgement.note();
    }
    String cut = "of its origins the first " + origins.size() + " are listed";
    return judgement.note().isEmpty() ? cut : judgement.note() + "; " + cut;
  }

  private Judgement judgement(Entity entity, SinkReach reach, List<String> parameters) {
    SiteContext context = contexts.of(reach);
    Judgement judgement = judge.judge(reach.mask(), context, parameters);
    return judgement.verdict() == Verdict.WRONG_MAPPING && sameArguments.areOne(entity, reach)
        ? judge.judge(reach.mask(), context.withoutMapping(), parameters)
        : judgement;
  }

  /**
   * The way with the scopes that it and its callers hold. They are searched for only where the
   * verdict is bad without.
   */
  private SinkReach withScopes(SinkReach reach, List<String> parameters) {
    SinkReach bare = reach.within(TaskFlags.NONE);
    Verdict verdict = judge.judge(bare.mask(), contexts.of(bare), parameters).verdict();
    boolean isBad =
        switch (verdict) {
          case HARDCODED, HARDCODED_NOFS, PARTIAL, RE_ADDED -> true;
          default -> !reach.taskFlags().equals(TaskFlags.NONE);
        };
    return isBad ? reach.within(scopes.around(reach)) : reach;
  }

  /**
   * One site in several configurations has one way for each: derived in one and hardcoded in
   * another is derived on some paths and hardcoded on others.
   */
  private static Judgement acrossConfigurations(List<Judged> ways, Judged worst) {
    Judgement judgement = worst.judgement();
    boolean hardcoded = isHardcoded(judgement);
    boolean derivedToo =
        ways.stream()
            .filter(way -> way.reach().end().equals(worst.reach().end()))
            .anyMatch(way -> way.judgement().verdict() == Verdict.DERIVED);
    return hardcoded && derivedToo
        ? new Judgement(
            Verdict.PARTIAL,
            "hardcoded in some configurations, derived in others",
            judgement.hardcodesFs(),
            judgement.isUsed(),
            judgement.culprits(),
            judgement.foreignMappings())
        : judgement;
  }

  private PresenceCondition condition(AuditedCall call) {
    return model.condition(call.site());
  }

  private SiteFacts facts(AuditedCall call, Place place, SinkReach reach) {
    Set<SiteProperty> properties =
        insertions.isNeverInserted(reach.sink(), reach.site())
            ? Set.of(SiteProperty.NEVER_INSERTED)
            : Set.of();
    return new SiteFacts(
        place, call.binding().field().map(Symbol.Field::text).orElse(""), properties);
  }
}
