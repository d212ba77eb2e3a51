package org.gfpaudit.reports.series;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Verdict;
import org.gfpaudit.rules.finding.WitnessStep;
import org.gfpaudit.rules.fix.Fix;
import org.gfpaudit.rules.fix.Patch;
import org.gfpaudit.rules.fix.Reached;
import org.gfpaudit.rules.protectiondropped.ProtectionDroppedRule;

/**
 * What the mail of a patch says: what is wrong and what that can cause, the way there where it goes
 * through several functions, the change, and what was not tested. Every sentence comes from the
 * findings and fixes; what they do not know is not written.
 */
final class Changelog {
  private static final int MOST_IN_A_SENTENCE = 3;
  private static final int MOST_MASKS = 2;
  private static final int MOST_WAYS = 2;
  private static final int MOST_THAT_RELIED = 5;
  private static final String NO_DEADLOCK = "No deadlock that this leads to is known.";

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
    String ways =
        fixes.stream()
            .flatMap(fix -> fix.ways().stream())
            .map(Reached::sentence)
            .distinct()
            .limit(MOST_WAYS)
            .collect(Collectors.joining(" "));
    if (!ways.isEmpty()) {
      text.paragraph(ways);
    }
    if (areHarmless(findings)) {
      text.paragraph(
          findings.stream().allMatch(finding -> finding.consequence().reentry().isPresent())
              ? "No machine is known to hang there. The change keeps reclaim off that way."
              : NO_DEADLOCK + " The change is for consistency.");
    }
    text.paragraph(
        Stream.concat(
                Stream.concat(masks(), others()),
                fixes.stream().flatMap(fix -> fix.reasons().stream().skip(1)))
            .distinct()
            .collect(Collectors.joining(" ")));
    boolean isOne = findings.size() == 1;
    List<String> rules = findings.stream().map(Finding::rule).distinct().sorted().toList();
    text.paragraph(
        "Found and changed by gfpaudit "
            + version
            + " on linux "
            + kernelVersion
            + (rules.size() == 1 ? " (rule " : " (rules ")
            + String.join(", ", rules)
            + "). A second audit of the changed tree confirms that "
            + (isOne ? "the finding is" : "the findings are")
            + " gone and none is new. Neither compiled nor run.");
  }

  private static boolean areHarmless(List<Finding> some) {
    return some.stream().allMatch(finding -> finding.level() == Level.NOTE);
  }

  /** What the masks become, in one sentence. */
  private Stream<String> masks() {
    Map<String, SortedSet<String>> functions = new LinkedHashMap<>();
    for (Fix fix : fixes) {
      fix.newMask()
          .ifPresent(
              mask ->
                  functions
                      .computeIfAbsent(mask, m -> new TreeSet<>())
                      .addAll(fix.findings().stream().map(f -> f.place().function()).toList()));
    }
    if (functions.size() < 2) {
      return functions.keySet().stream().map(Fix::becomes);
    }
    if (functions.size() > MOST_MASKS) {
      return Stream.of("Constrain each mask by that of the mapping which it is used for.");
    }
    List<String> parts = new ArrayList<>();
    functions.forEach(
        (mask, in) ->
            parts.add(mask + " in " + joined(in.stream().map(name -> name + "()").toList())));
    return Stream.of(Fix.becomes(joined(parts)));
  }

  /** The changes that are not of masks. */
  private Stream<String> others() {
    return fixes.stream().filter(fix -> fix.newMask().isEmpty()).map(fix -> fix.reasons().get(0));
  }

  /** What is wrong in one or several places, all with the same consequence. */
  private void problem(String reason, List<Finding> alike) {
    Map<Said, SortedSet<String>> functions = new LinkedHashMap<>();
    for (Finding finding : alike) {
      functions
          .computeIfAbsent(Said.of(finding), said -> new TreeSet<>())
          .add(finding.place().function() + "()");
    }
    Map<String, SortedSet<String>> clauses = new LinkedHashMap<>();
    Set<String> sentences = new LinkedHashSet<>();
    functions.forEach(
        (said, in) -> {
          if (said.whole().isEmpty()) {
            clauses.computeIfAbsent(said.before(in), key -> new TreeSet<>()).add(said.callee());
          } else {
            sentences.add(said.whole() + ' ');
          }
        });
    StringBuilder words = new StringBuilder(String.join("", sentences));
    boolean isOfMasks = !clauses.isEmpty();
    if (isOfMasks) {
      List<String> handed = new ArrayList<>();
      clauses.forEach((before, to) -> handed.add(before + joined(List.copyOf(to))));
      words
          .append(String.join(", and ", handed))
          .append(", whatever the mask of the mapping says. ");
    }
    words.append(reason.isEmpty() ? "" : sentence(of(reason, alike.size())) + " ");
    if (isOfMasks && (areHarmless(alike) || reason.isEmpty()) && !areHarmless(findings)) {
      words.append(NO_DEADLOCK);
    }
    text.paragraph(words.toString().strip());
    ways(alike);
  }

  /** A reason that speaks of one call, where there are several. */
  private static String of(String reason, int calls) {
    return calls == 1
        ? reason
        : reason
            .replaceAll("\\bthis call(,[^,]*,)? puts it back", "these calls$1 put it back")
            .replaceAll(
                "\\bthis allocation, and its reclaim\\b", "these allocations, and their reclaim")
            .replaceAll("\\bthis allocation\\b", "these allocations")
            .replaceAll("\\bthis call\\b", "these calls");
  }

  /**
   * What is said of a place but its function.
   *
   * @param through the functions between, in order
   * @param whole the sentence, where it is about one place alone; else empty
   */
  private record Said(String mask, List<String> through, String callee, String whole) {
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
      List<String> functions = functions(finding);
      return new Said(
          flagged.mask(),
          functions.subList(Math.min(1, functions.size()), functions.size()),
          flagged.callee() + "()",
          isUsual ? "" : sentence(finding.message()));
    }

    /** Who hands over what, up to the name of what it is handed to. */
    String before(SortedSet<String> functions) {
      return joined(List.copyOf(functions))
          + (functions.size() == 1 ? " hands " : " hand ")
          + mask
          + (through.isEmpty() ? "" : " through " + joined(through))
          + " to ";
    }
  }

  private static String joined(List<String> names) {
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : String.join(", ", names.subList(0, last))
            + (names.stream().anyMatch(name -> name.contains(" and ")) ? ", and " : " and ")
            + names.get(last);
  }

  /** The functions on the way of the mask, where it enters first, as {@code "f()"}. */
  private static List<String> functions(Finding finding) {
    return finding.witness().stream()
        .map(step -> step.place().function() + "()")
        .distinct()
        .toList();
  }

  /** Whether the way is more than a sentence can say; that of a lock always is. */
  private static boolean isLong(Finding finding) {
    int most = finding.row().isPresent() ? MOST_IN_A_SENTENCE : 1;
    return functions(finding).size() > most;
  }

  /** The way of one mask stands for those alike; each lock has its own. */
  private void ways(List<Finding> alike) {
    List<Finding> whole = alike.stream().filter(Changelog::isLong).toList();
    List<Finding> chains = whole.stream().filter(finding -> finding.row().isEmpty()).toList();
    chains.forEach(finding -> way(finding, chains.size() > 1));
    whole.stream()
        .filter(finding -> finding.row().isPresent())
        .findFirst()
        .ifPresent(finding -> way(finding, false));
  }

  /**
   * Of a mask a step for each function: where it enters one and is handed on there, that says it
   * all.
   *
   * @param isOneOfSeveral whether it has to be said which call it is the way of
   */
  private void way(Finding finding, boolean isOneOfSeveral) {
    List<WitnessStep> steps = finding.witness();
    if (finding.row().isEmpty()) {
      boolean isChain = !finding.rule().equals(ProtectionDroppedRule.RULE.id());
      String head = isChain ? "Step by step" : "The nearest that relied on it";
      boolean isNamed = isChain && isOneOfSeveral;
      text.paragraph(
          head + (isNamed ? ", for the call at " + finding.place().fileAndLine() : "") + ":");
      text.items(
          steps.stream()
              .skip(isChain ? 0 : 1)
              .limit(isChain ? steps.size() : MOST_THAT_RELIED)
              .map(step -> step(step).replaceFirst(": relied on it, ", ": "))
              .toList());
      return;
    }
    text.paragraph("The mask comes this way:");
    text.items(
        IntStream.range(0, steps.size())
            .filter(
                i ->
                    i + 1 == steps.size()
                        || !steps
                            .get(i)
                            .place()
                            .function()
                            .equals(steps.get(i + 1).place().function()))
            .mapToObj(i -> step(steps.get(i)))
            .toList());
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
