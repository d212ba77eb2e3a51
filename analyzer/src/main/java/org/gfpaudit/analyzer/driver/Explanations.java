package org.gfpaudit.analyzer.driver;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gfpaudit.analyzer.facts.JudgedCall;
import org.gfpaudit.analyzer.rows.WitnessPath;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Depth;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.MaskParts;
import org.gfpaudit.rules.finding.Proof;
import org.gfpaudit.rules.finding.WitnessStep;
import org.gfpaudit.rules.mask.Bits;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Term;

/**
 * Why rows have their verdicts, for those rows that are asked for.
 *
 * @param audit the whole audit
 * @param proofs of the rows that were asked for, and of the rows of findings that were
 */
public record Explanations(AuditResult audit, Map<AuditRow, Proof> proofs) {

  /**
   * Audits a tree and explains the rows that {@code rows} accepts, and those of the findings that
   * {@code findings} accepts.
   *
   * @throws IOException as {@link Auditor#result} does
   */
  public static Explanations make(
      AuditRequest request, Predicate<AuditRow> rows, Predicate<Finding> findings)
      throws IOException {
    return of(request.audited(), rows, findings);
  }

  /** As {@link #make}, of an audit that was made. */
  public static Explanations of(
      Audited audited, Predicate<AuditRow> rows, Predicate<Finding> findings) {
    audited.result().require(Depth.GUARDS);
    Predicate<AuditRow> wanted =
        row ->
            rows.test(row)
                || audited.result().findings().stream()
                    .anyMatch(finding -> findings.test(finding) && finding.isAbout(row));
    Map<AuditRow, Proof> proofs = new HashMap<>();
    DeepStack.run(
        () ->
            audited.judged().stream()
                .filter(call -> wanted.test(call.row()))
                .forEach(call -> proofs.put(call.row(), proof(audited, call))));
    return new Explanations(audited.result(), proofs);
  }

  private static Proof proof(Audited audited, JudgedCall call) {
    Optional<Finding> finding =
        audited.result().findings().stream().filter(f -> f.isAbout(call.row())).findFirst();
    List<WitnessStep> scopes =
        switch (call.row().verdict()) {
          case DERIVED, PASSTHROUGH, UNKNOWN, HARDCODED_WEAK, WRONG_MAPPING -> List.of();
          case HARDCODED, HARDCODED_NOFS, PARTIAL, RE_ADDED, SCOPED ->
              WitnessPath.told(audited.scopes().along(call.reach()), audited.model());
        };
    return new Proof(
        parts(audited, call),
        scopes,
        WitnessPath.of(call, audited.model()),
        finding.map(Finding::evidence).orElse(List.of()));
  }

  /** The constant bits by what they are about, and the names of what else the mask is made of. */
  private static MaskParts parts(Audited audited, JudgedCall call) {
    MaskValue mask = call.reach().mask();
    Bits constant = Bits.NONE;
    TreeSet<String> bounds = new TreeSet<>();
    SymbolWords inWords = new SymbolWords(audited.model().program().parameterNames(call.entity()));
    for (Term term : terms(mask)) {
      if (term.isExact()) {
        constant = constant.or(term.bits());
      } else {
        bounds.add(
            "at most "
                + term.symbols().stream()
                    .map(symbol -> symbol.accept(inWords))
                    .collect(Collectors.joining(" and "))
                + (term.bits().equals(Bits.ALL)
                    ? ""
                    : ", of which " + audited.model().kernel().names().text(term.bits())));
      }
    }
    return audited
        .model()
        .knowledge()
        .evidence()
        .parts(constant, audited.model().kernel().names())
        .within(List.copyOf(bounds));
  }

  private static List<Term> terms(MaskValue mask) {
    List<Term> terms = new ArrayList<>();
    mask.alternatives().forEach(alternative -> terms.addAll(alternative.terms()));
    return terms;
  }
}
