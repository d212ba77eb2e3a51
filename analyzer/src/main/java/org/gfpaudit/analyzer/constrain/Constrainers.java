package org.gfpaudit.analyzer.constrain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gfpaudit.analyzer.flow.CallQuestion;
import org.gfpaudit.analyzer.flow.CallValues;
import org.gfpaudit.analyzer.flow.Callees;
import org.gfpaudit.analyzer.flow.Effect;
import org.gfpaudit.analyzer.flow.KernelModel;
import org.gfpaudit.analyzer.flow.UnitAnalysis;
import org.gfpaudit.analyzer.program.Aliases;
import org.gfpaudit.analyzer.program.Program;
import org.gfpaudit.analyzer.summary.Summaries;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.rules.finding.Audience;
import org.gfpaudit.rules.finding.ConstrainerSite;
import org.gfpaudit.rules.finding.MappingGroup;
import org.gfpaudit.rules.finding.MaskEffect;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.Problem;
import org.gfpaudit.rules.knowledge.ConstrainedMapping;
import org.gfpaudit.rules.knowledge.Constrainer;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.gfpaudit.rules.mask.AccessPath;
import org.gfpaudit.rules.mask.Bits;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Origin;
import org.gfpaudit.rules.mask.Symbol;

/**
 * Finds the calls that set the mask of a mapping. A mask that is handed in by a parameter is looked
 * up at the callers, {@value #MAX_DEPTH} calls up at most. Calls inside a constrainer itself are
 * none, nor are calls under {@code #if 0}.
 */
public final class Constrainers {
  private static final int MAX_DEPTH = 3;

  private final Program program;
  private final Aliases aliases;
  private final KernelModel model;
  private final UnitAnalysis analysis;
  private final Summaries summaries;
  private final Callees callees;
  private final Map<Integer, Found> found = new HashMap<>();
  private final SortedMap<Integer, Problem> failed = new TreeMap<>();
  private final List<Setting> settings = new ArrayList<>();

  /** A call that sets a mask, and what it is handed. */
  record Setting(int entity, CallValues call) {}

  /**
   * What was found in one function.
   *
   * @param seen what callees did, as far as it was looked at
   */
  private record Found(
      List<Setting> settings, List<ConstrainerSite> sites, Map<Integer, Effect> seen) {}

  public Constrainers(
      Program program,
      Aliases aliases,
      KernelModel model,
      UnitAnalysis analysis,
      Summaries summaries) {
    this.program = program;
    this.aliases = aliases;
    this.model = model;
    this.analysis = analysis;
    this.summaries = summaries;
    this.callees = new MaskCallees(program, summaries);
  }

  /**
   * Every such call, sorted by place. What helpers return counts as far as the summaries know it by
   * now; asking makes them known to their next fixpoint. A function none of whose helpers is known
   * better than the last time is not looked at again.
   */
  public List<ConstrainerSite> find() {
    Map<String, CallQuestion> questions = new HashMap<>();
    SortedSet<Integer> callers = new TreeSet<>();
    for (Constrainer constrainer : model.knowledge().constrainers()) {
      questions.put(
          constrainer.name(), new CallQuestion(constrainer.name(), 0, constrainer.mask()));
      callers.addAll(callersOf(constrainer.name()));
    }
    List<ConstrainerSite> result = new ArrayList<>();
    settings.clear();
    for (int caller : callers) {
      if (!questions.containsKey(program.name(caller))) {
        result.addAll(in(caller, questions));
      }
    }
    return result.stream().sorted().toList();
  }

  /** An error of our own in one function stays in that function, and is said. */
  private List<ConstrainerSite> in(int caller, Map<String, CallQuestion> questions) {
    Found before = found.get(caller);
    if (before == null || !isStill(before.seen())) {
      List<Setting> here = new ArrayList<>();
      List<ConstrainerSite> sites = new ArrayList<>();
      before =
          new Found(
              here, sites, summaries.effectsSeenBy(() -> look(caller, questions, here, sites)));
      found.put(caller, before);
    }
    settings.addAll(before.settings());
    return before.sites();
  }

  private boolean isStill(Map<Integer, Effect> seen) {
    for (Map.Entry<Integer, Effect> effect : seen.entrySet()) {
      if (!summaries.knownEffect(effect.getKey()).equals(effect.getValue())) {
        return false;
      }
    }
    return true;
  }

  private void look(
      int caller,
      Map<String, CallQuestion> questions,
      List<Setting> here,
      List<ConstrainerSite> sites) {
    try {
      for (CallValues call : analysis.callValues(caller, questions, callees)) {
        if (!program.condition(caller, call.name().start()).isFalse()) {
          here.add(new Setting(caller, call));
          sites.add(site(caller, call));
        }
      }
    } catch (RuntimeException | StackOverflowError e) {
      failed.put(caller, analysis.failure(caller, e));
    }
  }

  /** The calls behind what was found last. */
  List<Setting> settings() {
    return List.copyOf(settings);
  }

  /** What went wrong in which function, in the order of the functions. */
  public List<Problem> problems() {
    return List.copyOf(failed.values());
  }

  private List<Integer> callersOf(String name) {
    int id = program.index().nameId(name);
    return id < 0 ? List.of() : aliases.callersOfName(id).stream().filter(this::holdsCode).toList();
  }

  private boolean holdsCode(int entity) {
    EntityKind kind = program.index().kind(entity);
    return kind == EntityKind.FUNCTION || kind == EntityKind.FUNCTION_MACRO;
  }

  private ConstrainerSite site(int entity, CallValues call) {
    Knowledge knowledge = model.knowledge();
    Constrainer constrainer = knowledge.constrainer(call.function()).orElseThrow();
    Place place = program.place(entity, call.name().start());
    SortedSet<AccessPath> mappings = mappings(constrainer, call, place);
    MaskValue mask =
        constrainer.fixed().isPresent()
            ? MaskValue.constant(named(constrainer.fixed().get()), new Origin(place, ""))
            : resolved(entity, call.mask(), MAX_DEPTH);
    Optional<ConstrainedMapping> row = knowledge.constrainedMapping(place.file(), place.function());
    return new ConstrainerSite(
        place,
        call.function(),
        call.targetText(),
        constrainer.fixed().orElse(call.maskText()),
        new MappingGroup(
            knowledge.subsystems().of(place.file()).name(),
            row.map(ConstrainedMapping::audience).orElse(Audience.INODES),
            row.map(ConstrainedMapping::names).orElse(List.of()),
            row.map(ConstrainedMapping::about).orElse("")),
        new MaskEffect(
            BitEffects.of(mask, model.bits().fs(), mappings),
            BitEffects.of(mask, model.bits().io(), mappings)));
  }

  private Bits named(String name) {
    return model.fallback().bits(name, model.names()).orElseGet(() -> model.names().bit(name));
  }

  /** The mappings a call is about; an inode stands for its mapping. */
  private SortedSet<AccessPath> mappings(Constrainer constrainer, CallValues call, Place place) {
    return constrainer.target() == Constrainer.Target.MAPPING
        ? call.targets()
        : call.targets().stream()
            .map(path -> model.mappings().normal(path.then("i_mapping", place)))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /** {@code mask} with the parameters of {@code entity} as its callers bind them. */
  private MaskValue resolved(int entity, MaskValue mask, int depth) {
    Map<Symbol, MaskValue> bound = new HashMap<>();
    for (Symbol symbol : mask.symbols()) {
      if (symbol instanceof Symbol.Parameter parameter && depth > 0) {
        MaskValue value = boundByCallers(entity, parameter.index(), depth);
        if (!value.isBottom()) {
          bound.put(symbol, value);
        }
      }
    }
    return bound.isEmpty()
        ? mask
        : mask.substitute(
            symbol -> bound.getOrDefault(symbol, MaskValue.symbol(symbol, mask.origins().first())));
  }

  private MaskValue boundByCallers(int entity, int parameter, int depth) {
    SourceIndex index = program.index();
    String name = program.name(entity);
    Map<String, CallQuestion> question =
        Map.of(name, new CallQuestion(name, 0, OptionalInt.of(parameter)));
    MaskValue result = MaskValue.bottom();
    for (int caller : aliases.callers(entity)) {
      boolean isOther = caller != entity && holdsCode(caller);
      if (isOther && aliases.resolve(index.fileOf(caller), name).contains(entity)) {
        for (CallValues call : analysis.callValues(caller, question, callees)) {
          result = result.join(resolved(caller, call.mask(), depth - 1));
        }
      }
    }
    return result;
  }
}
