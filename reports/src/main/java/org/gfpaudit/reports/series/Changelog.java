package org.gfpaudit.reports.series;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.Verdict;
import org.gfpaudit.rules.finding.WitnessStep;
import org.gfpaudit.rules.fix.Fix;
import org.gfpaudit.rules.fix.Patch;

/**
 * What the mail of a patch says: what is wrong and what that can cause, the way there where it goes
 * through several functions, the change, and what was not tested. Every sentence comes from the
 * findings and fixes; what they do not know is not written.
 */
final class Changelog {
  private final List<Fix> fixes;
  private final List<Finding> findings;
  private final MailText text;

  Changelog(Patch patch, MailText text) {
    this.fixes = patch.fixes();
    this.findings = fixes.stream().flatMap(fix -> fix.findings().stream()).toList();
    this.text = text;
  }

  /**
   * @param version of this program
   * @param kernelVersion of the tree that was audited
   */
  void write(String version, String kernelVersion) {
    findings.stream()
        .collect(Collectors.groupingBy(Finding::reason, LinkedHashMap::new, Collectors.toList()))
        .forEach(this::problem);
    List<String> whats = fixes.stream().map(fix -> fix.reasons().get(0)).distinct().toList();
    Stream<String> whys = fixes.stream().flatMap(fix -> fix.reasons().stream().skip(1)).distinct();
    text.paragraph(Stream.concat(whats.stream(), whys).distinct().collect(Collectors.joining(" ")));
    boolean isOne = findings.size() == 1;
    text.paragraph(
        "Found and changed by gfpaudit "
            + version
            + " on linux "
            + kernelVersion
            + " (rule "
            + findings.stream().map(Finding::rule).distinct().collect(Collectors.joining(", "))
            + "). A second audit of the changed tree confirms that "
            + (isOne ? "the finding is" : "the findings are")
            + " gone and none is new. Neither compiled nor run.");
  }

  /** What is wrong in one or several places, all with the same consequence. */
  private void problem(String reason, List<Finding> alike) {
    Map<Said, SortedSet<String>> functions = new LinkedHashMap<>();
    for (Finding finding : alike) {
      functions
          .computeIfAbsent(Said.of(finding), said -> new TreeSet<>())
          .add(finding.place().function() + "()");
    }
    StringBuilder words = new StringBuilder();
    functions.forEach((said, in) -> words.append(said.about(in)).append(' '));
    boolean isOfMasks = functions.keySet().stream().anyMatch(said -> said.whole().isEmpty());
    if (!reason.isEmpty()) {
      words.append(sentence(reason));
    } else if (isOfMasks) {
      words.append("No deadlock that this leads to is known.");
    }
    text.paragraph(words.toString().strip());
    alike.stream().filter(Changelog::comesFromElsewhere).findFirst().ifPresent(this::way);
  }

  /**
   * What is said of a place but its function.
   *
   * @param whole the sentence, where it is about one place alone; else empty
   */
  private record Said(String mask, String callee, String whole) {
    static Said of(Finding finding) {
      Flagged flagged = finding.flagged();
      boolean isOfMask =
          finding
              .row()
              .filter(
                  row ->
                      row.verdict() == Verdict.HARDCODED
                          || row.verdict() == Verdict.HARDCODED_NOFS
                          || row.verdict() == Verdict.PARTIAL)
              .isPresent();
      boolean isUsual = isOfMask && finding.rule().equals(finding.row().get().verdict().word());
      return new Said(
          flagged.mask(), flagged.callee() + "()", isUsual ? "" : sentence(finding.message()));
    }

    String about(SortedSet<String> functions) {
      if (!whole.isEmpty()) {
        return whole;
      }
      return joined(List.copyOf(functions))
          + (functions.size() == 1 ? " hands " : " hand ")
          + mask
          + " to "
          + callee
          + ", whatever the mask of the mapping says.";
    }
  }

  private static String joined(List<String> names) {
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  private static boolean comesFromElsewhere(Finding finding) {
    return finding.witness().stream().map(step -> step.place().function()).distinct().count() > 1;
  }

  private void way(Finding finding) {
    text.paragraph("The mask comes this way:");
    text.items(finding.witness().stream().map(Changelog::step).toList());
  }

  private static String step(WitnessStep step) {
    return step.place().fileAndLine()
        + ": "
        + step.text()
        + ", in "
        + step.place().function()
        + "()";
  }

  /** A phrase as a sentence; one that begins with a file or a name in code stays as it is. */
  private static String sentence(String phrase) {
    String first = phrase.split(" ", 2)[0];
    boolean isWord = first.chars().allMatch(Character::isLetter);
    return (isWord ? Character.toUpperCase(phrase.charAt(0)) + phrase.substring(1) : phrase) + ".";
  }
}
