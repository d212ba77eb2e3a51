package org.gfpaudit.analyzer.constrain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.gfpaudit.analyzer.facts.CallAnswers;
import org.gfpaudit.analyzer.facts.CallQuestion;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.facts.CallValues;
import org.gfpaudit.analyzer.masks.Arguments;
import org.gfpaudit.analyzer.masks.Masks;
import org.gfpaudit.analyzer.model.Aliases;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.analyzer.scope.ValueTransfer;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.Name;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.rules.finding.BitEffect;
import org.gfpaudit.rules.finding.ConstrainerSite;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.knowledge.Constrainer;
import org.gfpaudit.rules.mask.AccessPath;
import org.gfpaudit.rules.maskgivenback.GivenBack;

/**
 * Finds setters that give a bit back to a mapping that had lost it: forward through each function
 * that sets masks, with what the functions it calls certainly do to the mappings of their arguments
 * and of what they return. Functions are told to their callers {@value #MAX_ROUNDS} calls up.
 */
final class GivenBackMasks {
  private static final int MAX_ROUNDS = 4;
  private static final String FS = "__GFP_FS";
  private static final String IO = "__GFP_IO";

  private final Model model;
  private final Program program;
  private final Aliases aliases;
  private final Arguments arguments;
  private final Map<CallSite, ConstrainerSite> setters;
  // Both bits ask the same of most functions.
  private final Map<Entity, Answered> answered = new HashMap<>();

  private record Answered(Map<String, CallQuestion> questions, List<CallAnswers> answers) {}

  /**
   * @param setters every call in the tree that sets the mask of a mapping
   */
  GivenBackMasks(Model model, Masks masks, Map<CallSite, ConstrainerSite> setters) {
    this.model = model;
    this.program = model.program();
    this.aliases = model.aliases();
    this.arguments = masks.argumentsOfMaskHelpers();
    this.setters = Map.copyOf(setters);
  }

  /** Every setter that gives a bit back, in the order of calls. */
  SortedMap<CallSite, GivenBack> find() {
    SortedMap<CallSite, GivenBack> found = new TreeMap<>();
    for (String bit : List.of(FS, IO)) {
      Function<ConstrainerSite, BitEffect> effect =
          bit.equals(FS) ? ConstrainerSite::fs : ConstrainerSite::io;
      new Pass(effect)
          .run()
          .forEach((at, once) -> found.merge(at, once.of(bit), GivenBackMasks::united));
    }
    return found;
  }

  private List<CallAnswers> answers(Entity entity, Map<String, CallQuestion> questions) {
    Answered before = answered.get(entity);
    if (before == null || !before.questions().equals(questions)) {
      before = new Answered(questions, arguments.byConfiguration(entity, questions));
      answered.put(entity, before);
    }
    return before.answers();
  }

  private static GivenBack united(GivenBack before, GivenBack after) {
    List<String> bits = new ArrayList<>(before.bits());
    bits.addAll(after.bits());
    return new GivenBack(before.flagged(), before.cleared(), bits);
  }

  /** A setter that gives one bit back, and where that was taken out. */
  private record Once(Flagged flagged, Place cleared) {
    GivenBack of(String bit) {
      return new GivenBack(flagged, cleared, List.of(bit));
    }
  }

  /** One bit. */
  private final class Pass {
    private final Function<ConstrainerSite, BitEffect> effectOf;
    private final Map<Entity, SetterEffect> effects = new LinkedHashMap<>();
    private final Set<String> visited = new HashSet<>();
    private final SortedMap<CallSite, Once> found = new TreeMap<>();

    Pass(Function<ConstrainerSite, BitEffect> effectOf) {
      this.effectOf = effectOf;
    }

    SortedMap<CallSite, Once> run() {
      SortedSet<Entity> pending = new TreeSet<>();
      for (Constrainer constrainer : model.knowledge().constrainers()) {
        pending.addAll(aliases.callersOfName(constrainer.name()));
      }
      for (int round = 0; round < MAX_ROUNDS && !pending.isEmpty(); round++) {
        SortedSet<Entity> callers = new TreeSet<>();
        for (Entity entity : pending) {
          if (program.index().kind(entity) == EntityKind.FUNCTION && visit(entity)) {
            callers.addAll(aliases.callers(entity));
          }
        }
        pending = callers;
      }
      return found;
    }

    /** Whether callers have something new to know. */
    private boolean visit(Entity entity) {
      if (model.knowledge().constrainer(program.name(entity)).isPresent()) {
        return false;
      }
      Map<String, CallQuestion> questions = questions(entity);
      Optional<SetterEffect> all = Optional.empty();
      for (CallAnswers answers : answers(entity, questions)) {
        SetterEffect one = effect(entity, answers);
        all = Optional.of(all.map(one::meet).orElse(one));
      }
      SetterEffect effect = all.orElse(SetterEffect.NONE);
      SetterEffect before = effects.put(entity, effect);
      visited.add(program.name(entity));
      return !effect.isNone() && !effect.equals(before) && clears(effect);
    }

    /** Only who takes bits out matters to its callers; who puts them in is no news by itself. */
    private boolean clears(SetterEffect effect) {
      return effect.parameters().values().stream().anyMatch(this::clears)
          || effect.result().values().stream().anyMatch(this::clears);
    }

    private boolean clears(SetterEffect.Change change) {
      return change.effect() == BitEffect.CLEARS;
    }

    private Map<String, CallQuestion> questions(Entity entity) {
      Map<String, CallQuestion> questions = new HashMap<>();
      for (Constrainer constrainer : model.knowledge().constrainers()) {
        questions.put(
            constrainer.name(), new CallQuestion(constrainer.name(), 0, constrainer.mask()));
      }
      SourceFile file = program.index().fileOf(entity);
      for (Name called : program.index().calls(entity)) {
        String name = program.index().text(called);
        known(file, name)
            .ifPresent(
                effect -> {
                  int argument =
                      effect.parameters().keySet().stream()
                          .mapToInt(SetterEffect.Target::parameter)
                          .findFirst()
                          .orElse(0);
                  questions.putIfAbsent(
                      name, new CallQuestion(name, argument, OptionalInt.empty()));
                });
      }
      return questions;
    }

    /** The effect of the one function a name means, if there is exactly one and it has any. */
    private Optional<SetterEffect> known(SourceFile file, String name) {
      if (!visited.contains(name)) {
        return Optional.empty();
      }
      List<Entity> candidates = aliases.resolve(file, name);
      return candidates.size() == 1
          ? Optional.ofNullable(effects.get(candidates.get(0))).filter(e -> !e.isNone())
          : Optional.empty();
    }

    private SetterEffect effect(Entity entity, CallAnswers answers) {
      Map<Integer, List<SetterProblem.Event>> events = new HashMap<>();
      answers.calls().forEach((at, call) -> events.put(at, events(entity, call)));
      Returned returned = new Returned(answers);
      Optional<SetterState> exit = SetterProblem.run(answers.graph(), events, returned);
      exit.ifPresent(state -> note(answers, state));
      SortedMap<SetterEffect.Target, SetterEffect.Change> parameters = new TreeMap<>();
      exit.ifPresent(
          state ->
              state
                  .byMapping()
                  .forEach(
                      (mapping, status) -> {
                        if (mapping.root() instanceof AccessPath.Param parameter) {
                          change(status)
                              .ifPresent(
                                  change ->
                                      parameters.put(
                                          new SetterEffect.Target(
                                              parameter.index(), mapping.steps()),
                                          change));
                        }
                      }));
      return new SetterEffect(parameters, returned.changes());
    }

    private List<SetterProblem.Event> events(Entity entity, CallValues call) {
      CallSite at = new CallSite(entity, call.name().start());
      Place place = model.place(at);
      ConstrainerSite setter = setters.get(at);
      List<SetterProblem.Event> events = new ArrayList<>();
      if (setter != null) {
        boolean isInode =
            model.knowledge().constrainer(call.function()).orElseThrow().target()
                == Constrainer.Target.INODE;
        for (AccessPath target : call.targets()) {
          AccessPath mapping = isInode ? target.then("i_mapping", place) : target;
          BitEffect effect =
              call.targets().size() == 1 ? effectOf.apply(setter) : BitEffect.DEPENDS;
          events.add(
              new SetterProblem.Event(model.kernel().mappings().normal(mapping), effect, at));
        }
        return events;
      }
      known(program.index().fileOf(entity), call.function())
          .ifPresent(
              effect -> {
                add(effect.parameters(), call.targets(), at, events);
                add(effect.result(), call.result(), at, events);
              });
      return events;
    }

    private void add(
        Map<SetterEffect.Target, SetterEffect.Change> changes,
        Set<AccessPath> bases,
        CallSite call,
        List<SetterProblem.Event> events) {
      if (bases.size() != 1) {
        return;
      }
      AccessPath base = bases.iterator().next();
      changes.forEach(
          (target, change) -> {
            AccessPath path = base;
            for (String step : target.steps()) {
              path = path.then(step, model.place(call));
            }
            AccessPath mapping = model.kernel().mappings().normal(path);
            // Where a callee gives the bit, the call is what this function can change.
            CallSite at = change.effect() == BitEffect.GIVES ? call : change.at();
            events.add(new SetterProblem.Event(mapping, change.effect(), at));
          });
    }

    private void note(CallAnswers answers, SetterState state) {
      state
          .byMapping()
          .forEach(
              (mapping, status) -> {
                if (status.kind() == SetterState.Kind.GIVEN_BACK) {
                  Place cleared = model.place(status.cleared().orElseThrow());
                  CallSite given = status.given().orElseThrow();
                  flagged(answers, given)
                      .ifPresent(flagged -> found.put(given, new Once(flagged, cleared)));
                }
              });
    }

    private Optional<Flagged> flagged(CallAnswers answers, CallSite given) {
      return Optional.ofNullable(answers.calls().get(given.offset()))
          .map(
              call ->
                  new Flagged(
                      model.place(given),
                      call.function(),
                      call.maskText(),
                      call.targetText(),
                      model.condition(given)));
    }

    private static Optional<SetterEffect.Change> change(SetterState.Status status) {
      return switch (status.kind()) {
        case CLEARED ->
            Optional.of(new SetterEffect.Change(BitEffect.CLEARS, status.cleared().orElseThrow()));
        case GIVEN ->
            Optional.of(new SetterEffect.Change(BitEffect.GIVES, status.given().orElseThrow()));
        case GIVEN_BACK -> Optional.empty();
      };
    }

    /** What holds of every returned object that is no error. */
    private final class Returned implements SetterProblem.AtReturn {
      private final CallAnswers answers;
      private Optional<SortedMap<SetterEffect.Target, SetterEffect.Change>> common =
          Optional.empty();

      Returned(CallAnswers answers) {
        this.answers = answers;
      }

      @Override
      public void onReturn(Expr value, SetterState state) {
        if (ValueTransfer.isError(value, model.knowledge())
            || (value instanceof Expr.Name name && name.text().equals("NULL"))) {
          return;
        }
        SortedMap<SetterEffect.Target, SetterEffect.Change> here = new TreeMap<>();
        for (AccessPath base :
            answers.returns().getOrDefault(value.span().start(), new TreeSet<>())) {
          state
              .byMapping()
              .forEach(
                  (mapping, status) -> {
                    boolean isBelow =
                        mapping.root().equals(base.root())
                            && mapping.steps().size() > base.steps().size()
                            && mapping.steps().subList(0, base.steps().size()).equals(base.steps());
                    if (isBelow) {
                      List<String> steps =
                          mapping.steps().subList(base.steps().size(), mapping.steps().size());
                      change(status)
                          .ifPresent(c -> here.put(new SetterEffect.Target(-1, steps), c));
                    }
                  });
        }
        common = Optional.of(common.map(before -> both(before, here)).orElse(here));
      }

      SortedMap<SetterEffect.Target, SetterEffect.Change> changes() {
        return common.orElseGet(TreeMap::new);
      }

      private static SortedMap<SetterEffect.Target, SetterEffect.Change> both(
          SortedMap<SetterEffect.Target, SetterEffect.Change> left,
          SortedMap<SetterEffect.Target, SetterEffect.Change> right) {
        return new SetterEffect(new TreeMap<>(), left)
            .meet(new SetterEffect(new TreeMap<>(), right))
            .result();
      }
    }
  }
}
