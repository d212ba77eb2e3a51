package org.gfpaudit.analyzer.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.gfpaudit.analyzer.facts.CallQuestion;
import org.gfpaudit.analyzer.facts.CallValues;
import org.gfpaudit.analyzer.masks.Arguments;
import org.gfpaudit.analyzer.model.KernelModel;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.Name;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.mask.Bits;
import org.gfpaudit.rules.mask.MaskBits;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Term;

/** The allocations of a function that have nothing to do with the page cache. */
final class OtherAllocations {
  private final Program program;
  private final KernelModel model;
  private final Arguments arguments;
  private final MaskBits bits;
  private final Map<Entity, List<Allocation>> known = new HashMap<>();

  /**
   * One allocation by a constant mask.
   *
   * @param mask as written
   */
  record Allocation(Place place, String function, String mask, Bits bits) {}

  OtherAllocations(Program program, KernelModel model, Arguments arguments) {
    this.program = program;
    this.model = model;
    this.arguments = arguments;
    this.bits = model.bits();
  }

  /** Those by constant masks, in the order of the text. */
  List<Allocation> in(Entity entity) {
    return known.computeIfAbsent(entity, this::find);
  }

  boolean setsFs(Allocation allocation) {
    return allocation.bits().intersects(bits.fs());
  }

  /** Whether an allocation may reclaim, and stays out of file systems while it does. */
  boolean avoidsFs(Allocation allocation) {
    return !setsFs(allocation) && allocation.bits().intersects(bits.directReclaim());
  }

  private List<Allocation> find(Entity entity) {
    SourceIndex index = program.index();
    Map<String, CallQuestion> questions = new HashMap<>();
    for (Name called : index.calls(entity)) {
      String name = index.text(called);
      model
          .knowledge()
          .rawSink(name)
          .map(sink -> sink.mask().index())
          .ifPresent(at -> questions.put(name, new CallQuestion(name, at, OptionalInt.of(at))));
    }
    List<Allocation> found = new ArrayList<>();
    if (!questions.isEmpty()) {
      for (CallValues call : arguments.of(entity, questions)) {
        if (isConstant(call.mask())) {
          Place place = program.place(entity, call.name().start());
          found.add(new Allocation(place, call.function(), call.maskText(), bits(call.mask())));
        }
      }
    }
    return List.copyOf(found);
  }

  private static boolean isConstant(MaskValue mask) {
    return mask.alternatives().size() == 1
        && mask.alternatives().stream()
            .flatMap(alternative -> alternative.terms().stream())
            .allMatch(term -> term.isExact() && !term.bits().isCofinite());
  }

  private static Bits bits(MaskValue mask) {
    return mask.alternatives().stream()
        .flatMap(alternative -> alternative.terms().stream())
        .map(Term::bits)
        .reduce(Bits.NONE, Bits::or);
  }
}
