package org.gfpaudit.analyzer.constrain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gfpaudit.analyzer.facts.CallQuestion;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.facts.CallValues;
import org.gfpaudit.analyzer.masks.Arguments;
import org.gfpaudit.analyzer.masks.Masks;
import org.gfpaudit.analyzer.model.Aliases;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.Name;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.WitnessStep;
import org.gfpaudit.rules.knowledge.MaskSource;
import org.gfpaudit.rules.knowledge.RawSink;
import org.gfpaudit.rules.mask.Bits;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Symbol;
import org.gfpaudit.rules.mask.Term;
import org.gfpaudit.rules.rawmask.RawMask;

/**
 * Finds masks of mappings that reach slab, bio or radix-tree memory with their {@code
 * __GFP_HIGHMEM}. It starts where the masks of mappings are asked for, not where memory is
 * allocated: the functions that ask are few. Parameters are followed {@value #MAX_DEPTH} calls
 * down.
 */
final class RawMasks {
  private static final int MAX_DEPTH = 3;

  private final Model model;
  private final Program program;
  private final Aliases aliases;
  private final Arguments arguments;
  private final Bits highmem;
  private final Map<Depth, Map<Integer, Reach>> reaches = new HashMap<>();

  /**
   * Where a mask ends.
   *
   * @param bits those that get there
   * @param steps the calls on the way, the outermost first; empty for a call of the sink itself
   * @param end the call of the sink; empty for that call itself
   */
  private record Reach(Bits bits, RawSink sink, List<WitnessStep> steps, Optional<End> end) {}

  /** The call of the sink. */
  private record End(CallSite at, Flagged flagged) {}

  /** A function, and how many calls below it may still be followed. */
  private record Depth(Entity entity, int calls) {}

  /** A mask that ends in such memory, and the way it takes. */
  record Found(CallSite at, RawMask subject, List<WitnessStep> witness) {}

  RawMasks(Model model, Masks masks) {
    this.model = model;
    this.program = model.program();
    this.aliases = model.aliases();
    this.arguments = masks.argumentsOfMaskHelpers();
    this.highmem = model.kernel().names().bit("__GFP_HIGHMEM");
  }

  /** Every call that allocates so, with one way to it, sorted by place. */
  List<Found> find() {
    SortedSet<Entity> askers = new TreeSet<>();
    for (MaskSource source : model.knowledge().sources()) {
      if (source.kind() == MaskSource.Kind.FUNCTION) {
        askers.addAll(aliases.callersOfName(source.name()));
      }
    }
    SortedMap<CallSite, Found> found = new TreeMap<>();
    for (Entity asker : askers) {
      if (program.index().kind(asker) == EntityKind.FUNCTION
          && model.knowledge().source(program.name(asker)).isEmpty()) {
        in(asker, found);
      }
    }
    return List.copyOf(found.values());
  }

  private void in(Entity asker, SortedMap<CallSite, Found> found) {
    Map<String, Asked> asked = calls(asker, MAX_DEPTH);
    for (CallValues call : values(asker, asked)) {
      Asked of = Objects.requireNonNull(asked.get(call.function()));
      mapping(call.mask(), of.reach().bits(), program.parameterNames(asker))
          .ifPresent(
              mapping -> {
                End end = of.reach().end().orElseGet(() -> end(asker, call));
                List<WitnessStep> steps = new ArrayList<>();
                steps.add(step(asker, call, of.question(), "the mask of " + mapping));
                steps.addAll(of.reach().steps());
                RawMask subject = new RawMask(end.flagged(), mapping, of.reach().sink());
                found.putIfAbsent(end.at(), new Found(end.at(), subject, steps));
              });
    }
  }

  /** What is asked of the calls of one function, and where the mask they are handed ends. */
  private record Asked(CallQuestion question, Reach reach) {}

  private List<CallValues> values(Entity entity, Map<String, Asked> asked) {
    Map<String, CallQuestion> questions = new HashMap<>();
    asked.forEach((name, of) -> questions.put(name, of.question()));
    return questions.isEmpty() ? List.of() : arguments.of(entity, questions);
  }

  /** The calls in {@code entity} whose mask ends in such memory, by the called name. */
  private Map<String, Asked> calls(Entity entity, int depth) {
    SourceIndex index = program.index();
    SourceFile file = index.fileOf(entity);
    Map<String, Asked> calls = new HashMap<>();
    for (Name called : index.calls(entity)) {
      String name = index.text(called);
      Optional<RawSink> sink = model.knowledge().rawSink(name);
      if (sink.isPresent()) {
        Reach reach = new Reach(Bits.ALL, sink.get(), List.of(), Optional.empty());
        calls.put(name, new Asked(question(name, sink.get().mask().index()), reach));
      } else if (depth > 0) {
        callee(file, name)
            .flatMap(callee -> below(callee, name, depth))
            .ifPresent(below -> calls.put(name, below));
      }
    }
    return calls;
  }

  private static CallQuestion question(String name, int argument) {
    return new CallQuestion(name, argument, OptionalInt.of(argument));
  }

  /** The one function with a mask among its parameters that a name means. */
  private Optional<Entity> callee(SourceFile file, String name) {
    boolean isKnown =
        model.knowledge().source(name).isPresent() || model.knowledge().identity(name).isPresent();
    if (isKnown) {
      return Optional.empty();
    }
    List<Entity> candidates = aliases.resolve(file, name);
    return candidates.size() == 1
            && program.index().kind(candidates.get(0)) == EntityKind.FUNCTION
            && program.index().mentionsMaskType(candidates.get(0))
        ? Optional.of(candidates.get(0))
        : Optional.empty();
  }

  /** The first parameter of a function that ends in such memory. */
  private Optional<Asked> below(Entity callee, String name, int depth) {
    int count = program.parameterNames(callee).size();
    for (int parameter = 0; parameter < count; parameter++) {
      Optional<Reach> reach = reach(callee, parameter, depth - 1);
      if (reach.isPresent()) {
        return Optional.of(new Asked(question(name, parameter), reach.get()));
      }
    }
    return Optional.empty();
  }

  /** Where a parameter of {@code entity} ends, if some of its bits get to such memory. */
  private Optional<Reach> reach(Entity entity, int parameter, int depth) {
    Depth key = new Depth(entity, depth);
    Map<Integer, Reach> known = reaches.get(key);
    if (known == null) {
      known = reachesOf(entity, depth);
      reaches.put(key, known);
    }
    return Optional.ofNullable(known.get(parameter));
  }

  private Map<Integer, Reach> reachesOf(Entity entity, int depth) {
    Map<Integer, Reach> found = new HashMap<>();
    Map<String, Asked> asked = calls(entity, depth);
    for (CallValues call : values(entity, asked)) {
      Asked of = Objects.requireNonNull(asked.get(call.function()));
      for (int parameter : parametersIn(call.mask())) {
        Bits bits = bitsOf(call.mask(), parameter).and(of.reach().bits());
        if (bits.intersects(highmem)) {
          List<WitnessStep> steps = new ArrayList<>();
          steps.add(step(entity, call, of.question(), "the mask"));
          steps.addAll(of.reach().steps());
          End end = of.reach().end().orElseGet(() -> end(entity, call));
          found.putIfAbsent(parameter, new Reach(bits, of.reach().sink(), steps, Optional.of(end)));
        }
      }
    }
    return found;
  }

  private static SortedSet<Integer> parametersIn(MaskValue mask) {
    SortedSet<Integer> parameters = new TreeSet<>();
    for (Symbol symbol : mask.symbols()) {
      if (symbol instanceof Symbol.Parameter parameter) {
        parameters.add(parameter.index());
      }
    }
    return parameters;
  }

  private static Bits bitsOf(MaskValue mask, int parameter) {
    Bits bits = Bits.NONE;
    for (Term term : terms(mask)) {
      if (term.symbols().size() == 1
          && term.symbols().get(0) instanceof Symbol.Parameter symbol
          && symbol.index() == parameter) {
        bits = bits.or(term.bits());
      }
    }
    return bits;
  }

  private static List<Term> terms(MaskValue mask) {
    List<Term> terms = new ArrayList<>();
    mask.alternatives().forEach(alternative -> terms.addAll(alternative.terms()));
    return terms;
  }

  /** The mapping whose high memory is among {@code bits} of the mask; empty if there is none. */
  private Optional<String> mapping(MaskValue mask, Bits bits, List<String> parameterNames) {
    for (Term term : terms(mask)) {
      if (term.symbols().size() == 1
          && term.symbols().get(0) instanceof Symbol.MappingMask source
          && term.bits().and(bits).intersects(highmem)
          && !model.knowledge().isLowMemory(source.mapping())) {
        return Optional.of(source.mapping().text(parameterNames));
      }
    }
    return Optional.empty();
  }

  private WitnessStep step(Entity entity, CallValues call, CallQuestion question, String what) {
    int argument = question.target() + 1;
    return new WitnessStep(
        program.place(entity, call.name().start()),
        what + " is passed to " + call.function() + "() as argument " + argument);
  }

  private End end(Entity entity, CallValues call) {
    CallSite at = new CallSite(entity, call.name().start());
    return new End(
        at,
        new Flagged(model.place(at), call.function(), call.maskText(), "", model.condition(at)));
  }
}
