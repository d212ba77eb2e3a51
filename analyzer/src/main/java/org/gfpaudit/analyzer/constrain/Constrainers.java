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
import org.gfpaudit.analyzer.facts.CallQuestion;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.facts.CallValues;
import org.gfpaudit.analyzer.masks.Arguments;
import org.gfpaudit.analyzer.model.Aliases;
import org.gfpaudit.analyzer.model.KernelModel;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.rules.finding.Audience;
import org.gfpaudit.rules.finding.ConstrainerSite;
import org.gfpaudit.rules.finding.MappingGroup;
import org.gfpaudit.rules.finding.MaskEffect;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.Problem;
import org.gfpaudit.rules.finding.SetterCall;
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
final class Constrainers {
  private static final int MAX_DEPTH = 3;

  private final Program program;
  private final Aliases aliases;
  private final KernelModel model;
  private final Arguments arguments;
  private final ConditionsAround conditions;
  private final List<Setting> settings = new ArrayList<>();
  private final SortedMap<Entity, Problem> failed = new TreeMap<>();

  /** A call that sets a mask, what it is handed, and what that makes of the mapping. */
  record Setting(
      Entity entity,
      CallValues call,
      SortedSet<AccessPath> mappings,
      MaskValue mask,
      ConstrainerSite site) {
    CallSite at() {
      return new CallSite(entity, call.name().start());
    }
  }

  private Constrainers(Model tree, Arguments arguments) {
    this.program = tree.program();
    this.aliases = tree.aliases();
    this.model = tree.kernel();
    this.arguments = arguments;
    this.conditions = new ConditionsAround(program, model.knowledge());
  }

  /** What was found, and what went wrong in which function; both in the order of the functions. */
  record Found(List<Setting> settings, List<Problem> problems) {}

  /** Every such call. What helpers return counts as far as {@code arguments} know of it. */
  static Found find(Model tree, Arguments arguments) {
    Constrainers constrainers = new Constrainers(tree, arguments);
    constrainers.find();
    return new Found(List.copyOf(constrainers.settings), List.copyOf(constrainers.failed.values()));
  }

  private void find() {
    Map<String, CallQuestion> questions = new HashMap<>();
    SortedSet<Entity> callers = new TreeSet<>();
    for (Constrainer constrainer : model.knowledge().constrainers()) {
      questions.put(
          constrainer.name(), new CallQuestion(constrainer.name(), 0, constrainer.mask()));
      callers.addAll(callersOf(constrainer.name()));
    }
    for (Entity caller : callers) {
      if (!questions.containsKey(program.name(caller))) {
        look(caller, questions);
      }
    }
  }

  /** An error of our own in one function stays in that function, and is said. */
  private void look(Entity caller, Map<String, CallQuestion> questions) {
    try {
      for (CallValues call : arguments.of(caller, questions)) {
        if (!program.condition(caller, call.name().start()).isFalse()) {
          settings.add(setting(caller, call));
        }
      }
    } catch (RuntimeException | StackOverflowError e) {
      failed.put(caller, failure(caller, e));
    }
  }

  private Problem failure(Entity entity, Throwable cause) {
    Place place = program.place(entity, program.index().nameOffset(entity));
    return new Problem(
        place.file(),
        place.line(),
        "internal error while the masks that "
            + program.name(entity)
            + " sets were looked at ("
            + cause
            + "); they are not known, please report it",
        /* severe= */ true);
  }

  private List<Entity> callersOf(String name) {
    return aliases.callersOfName(name).stream().filter(this::holdsCode).toList();
  }

  private boolean holdsCode(Entity entity) {
    EntityKind kind = program.index().kind(entity);
    return kind == EntityKind.FUNCTION || kind == EntityKind.FUNCTION_MACRO;
  }

  private Setting setting(Entity entity, CallValues call) {
    Knowledge knowledge = model.knowledge();
    Constrainer constrainer = knowledge.constrainer(call.function()).orElseThrow();
    Place place = program.place(entity, call.name().start());
    SortedSet<AccessPath> mappings = mappings(constrainer, call, place);
    MaskValue mask =
        constrainer.fixed().isPresent()
            ? MaskValue.constant(named(constrainer.fixed().get()), new Origin(place, ""))
            : resolved(entity, call.mask(), MAX_DEPTH);
    Optional<ConstrainedMapping> row = knowledge.constrainedMapping(place.file(), place.function());
    ConstrainerSite site =
        new ConstrainerSite(
            place,
            new SetterCall(
                call.function(), call.targetText(), constrainer.fixed().orElse(call.maskText())),
            new MappingGroup(
                knowledge.subsystems().of(place.file()).name(),
                row.map(ConstrainedMapping::audience).orElse(Audience.INODES),
                row.map(ConstrainedMapping::names).orElse(List.of()),
                row.map(ConstrainedMapping::about).orElse("")),
            new MaskEffect(
                BitEffects.of(mask, model.bits().fs(), mappings),
                BitEffects.of(mask, model.bits().io(), mappings)),
            conditions.at(entity, call.name().start()));
    return new Setting(entity, call, mappings, mask, site);
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
  private MaskValue resolved(Entity entity, MaskValue mask, int depth) {
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

  private MaskValue boundByCallers(Entity entity, int parameter, int depth) {
    SourceIndex index = program.index();
    String name = program.name(entity);
    Map<String, CallQuestion> question =
        Map.of(name, new CallQuestion(name, 0, OptionalInt.of(parameter)));
    MaskValue result = MaskValue.bottom();
    for (Entity caller : aliases.callers(entity)) {
      boolean isOther = !caller.equals(entity) && holdsCode(caller);
      if (isOther && aliases.resolve(index.fileOf(caller), name).contains(entity)) {
        for (CallValues call : arguments.of(caller, question)) {
          result = result.join(resolved(caller, call.mask(), depth - 1));
        }
      }
    }
    return result;
  }
}
