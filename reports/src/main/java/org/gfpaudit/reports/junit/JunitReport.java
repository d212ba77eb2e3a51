package org.gfpaudit.reports.junit;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gfpaudit.reports.format.FindingsReport;
import org.gfpaudit.reports.format.Passage;
import org.gfpaudit.reports.format.XmlDocument;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.WitnessStep;
import org.gfpaudit.rules.review.Review;
import org.gfpaudit.rules.review.Reviewed;

/**
 * One test suite for each file, one test case for each finding, and one that passes for each site
 * without. A new finding fails where it makes the exit status 1; known and waived ones are skipped.
 */
public final class JunitReport implements FindingsReport {
  private final Optional<Level> failOn;

  /**
   * @param failOn the least level that fails; empty for none
   */
  public JunitReport(Optional<Level> failOn) {
    this.failOn = failOn;
  }

  /** A test case, passed where there is no finding. */
  private record Case(String name, Optional<Reviewed> reviewed) {}

  @Override
  public void write(Review review, Writer out) throws IOException {
    Map<String, List<Case>> byFile = cases(review);
    List<Case> all = byFile.values().stream().flatMap(List::stream).toList();
    XmlDocument.write(
        out,
        xml ->
            xml.element(
                "testsuites",
                inside -> {
                  for (var entry : byFile.entrySet()) {
                    List<Case> cases = entry.getValue();
                    inside.element(
                        "testsuite",
                        suite -> {
                          for (Case each : cases) {
                            write(entry.getKey(), each, suite);
                          }
                        },
                        suite(entry.getKey(), cases));
                  }
                },
                counts("gfpaudit", all)));
  }

  private String[] suite(String name, List<Case> cases) {
    List<String> counts = new ArrayList<>(List.of(counts(name, cases)));
    counts.add("skipped");
    counts.add(String.valueOf(cases.stream().filter(JunitReport::isSkipped).count()));
    return counts.toArray(String[]::new);
  }

  // The schema of Jenkins has no count of what is skipped for all suites together.
  private String[] counts(String name, List<Case> cases) {
    return new String[] {
      "name",
      name,
      "tests",
      String.valueOf(cases.size()),
      "failures",
      String.valueOf(cases.stream().filter(this::isFailure).count()),
      "errors",
      "0",
      "time",
      "0"
    };
  }

  private Map<String, List<Case>> cases(Review review) {
    Map<String, List<Case>> byFile = new TreeMap<>();
    Map<String, Integer> ordinals = new HashMap<>();
    Set<AuditRow> told = new HashSet<>();
    for (Reviewed reviewed : review.findings()) {
      Finding finding = reviewed.finding();
      finding.row().ifPresent(told::add);
      String name = finding.rule() + ": " + finding.flagged().callee() + where(finding.place());
      add(name, finding.place().file(), Optional.of(reviewed), byFile, ordinals);
    }
    for (AuditRow row : review.audit().rows()) {
      if (!told.contains(row)) {
        String name = row.verdict().word() + ": " + row.sink() + where(row.place());
        add(name, row.place().file(), Optional.empty(), byFile, ordinals);
      }
    }
    return byFile;
  }

  private static void add(
      String name,
      String file,
      Optional<Reviewed> reviewed,
      Map<String, List<Case>> byFile,
      Map<String, Integer> ordinals) {
    // Lines would give the case a new history with every edit above it: equal names are numbered.
    int ordinal = ordinals.merge(file + "\0" + name, 1, Integer::sum);
    byFile
        .computeIfAbsent(file, key -> new ArrayList<>())
        .add(new Case(ordinal == 1 ? name : name + " #" + ordinal, reviewed));
  }

  private static String where(Place place) {
    return "()" + (place.function().isEmpty() ? "" : " in " + place.function() + "()");
  }

  private boolean isFailure(Case each) {
    return each.reviewed()
        .filter(Reviewed::isNew)
        .filter(reviewed -> failOn.filter(reviewed.finding().level()::isAtLeast).isPresent())
        .isPresent();
  }

  private static boolean isSkipped(Case each) {
    return each.reviewed().filter(reviewed -> !reviewed.isNew()).isPresent();
  }

  private void write(String file, Case each, XmlDocument xml)
      throws javax.xml.stream.XMLStreamException {
    String[] attributes = {"classname", file, "name", each.name(), "time", "0"};
    if (each.reviewed().isEmpty()) {
      xml.leaf("testcase", attributes);
      return;
    }
    Reviewed reviewed = each.reviewed().get();
    Finding finding = reviewed.finding();
    XmlDocument.Body body;
    if (isFailure(each)) {
      body =
          inside ->
              inside.text(
                  "failure",
                  details(finding),
                  "message",
                  finding.message(),
                  "type",
                  finding.rule());
    } else if (isSkipped(each)) {
      String why =
          reviewed.standing().word()
              + reviewed.waiver().map(waiver -> ": " + waiver.reason()).orElse("");
      body = inside -> inside.leaf("skipped", "message", why);
    } else {
      body = inside -> inside.text("system-out", finding.message() + "\n" + details(finding));
    }
    xml.element("testcase", body, attributes);
  }

  private static String details(Finding finding) {
    StringBuilder text = new StringBuilder();
    text.append(Passage.place(finding.place())).append(": ").append(finding.level().word());
    text.append(" [").append(finding.rule()).append(' ').append(finding.id()).append("]\n");
    for (WitnessStep step : finding.witness()) {
      text.append(Passage.place(step.place())).append(Passage.inFunction(step.place()));
      text.append(": ").append(step.text()).append('\n');
    }
    if (!Passage.when(finding).isEmpty()) {
      text.append(Passage.when(finding)).append('\n');
    }
    if (!finding.reason().isEmpty()) {
      text.append(Passage.why(finding)).append('\n');
    }
    return text.toString();
  }
}
