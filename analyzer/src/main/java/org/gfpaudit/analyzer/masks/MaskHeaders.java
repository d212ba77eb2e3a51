package org.gfpaudit.analyzer.masks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.rules.finding.Problem;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Origin;

/**
 * Whether the headers that define masks were understood. All verdicts stand on two bits: where one
 * of them comes to nothing, or to something else, an audit has nothing to say.
 */
final class MaskHeaders {
  private static final String HEADER = "include/linux/gfp.h";
  private static final List<String> BITS = List.of("__GFP_FS", "__GFP_IO");

  private final Model model;
  private final GlobalNames names;

  MaskHeaders(Model model, GlobalNames names) {
    this.model = model;
    this.names = names;
  }

  /** What of the bits that count could not be understood; nothing for a tree without headers. */
  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    Optional<SourceFile> header = model.program().file(HEADER);
    for (String bit : BITS) {
      header.flatMap(file -> problem(file, bit)).ifPresent(problems::add);
    }
    return problems;
  }

  private Optional<Problem> problem(SourceFile header, String bit) {
    List<Entity> definitions = model.visibility().objectMacros(header, bit);
    if (definitions.isEmpty()) {
      return model.constants().definedIn(header, bit).isEmpty()
          ? Optional.of(
              new Problem(
                  HEADER,
                  0,
                  bit
                      + " has no definition that could be read; masks are those of "
                      + model.kernel().fallback().version(),
                  /* severe= */ false))
          : Optional.empty();
    }
    MaskValue value = names.value(bit, header, Origin.NOWHERE);
    boolean isUnderstood =
        value.isExact()
            && value.alternatives().size() == 1
            && value.bits().equals(model.kernel().names().bit(bit));
    return isUnderstood ? Optional.empty() : Optional.of(notUnderstood(definitions.get(0), bit));
  }

  private Problem notUnderstood(Entity definition, String bit) {
    SourceText text = model.program().textOf(definition);
    return new Problem(
        text.path(),
        text.line(model.index().nameOffset(definition)),
        "the definition of " + bit + " was not understood; no verdict of this audit is reliable",
        /* severe= */ true);
  }
}
