package org.gfpaudit.reports.explain;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.gfpaudit.reports.format.Passage;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.reports.format.VisibleText;
import org.gfpaudit.rules.finding.ChainStep;
import org.gfpaudit.rules.splat.Diagnoses;
import org.gfpaudit.rules.splat.Diagnosis;
import org.gfpaudit.rules.splat.SplatHalf;
import org.gfpaudit.rules.splat.SplatHead;
import org.gfpaudit.rules.splat.SplatStep;
import org.gfpaudit.rules.splat.SplatVerdict;

/** Reports of the lock checker, held against a tree: both halves, the verdict, and the mends. */
public final class SplatReport {
  private final Style style;

  public SplatReport(Style style) {
    this.style = style;
  }

  /** Writes everything to {@code out}. */
  public void write(Diagnoses diagnoses, Writer out) throws IOException {
    Passage passage = new Passage(out, style);
    String gap = "";
    for (Diagnosis diagnosis : diagnoses.diagnoses()) {
      out.write(gap);
      diagnosis(passage, diagnosis, diagnoses.release());
      gap = "\n";
    }
    for (SplatHead other : diagnoses.others()) {
      out.write(gap);
      head(passage, other, diagnoses.release());
      passage.line("  reclaim is no part of this report; nothing was looked for");
      gap = "\n";
    }
  }

  private void diagnosis(Passage passage, Diagnosis diagnosis, String release) throws IOException {
    head(passage, diagnosis.head(), release);
    passage
        .line("")
        .line(
            style.bold(
                "how "
                    + VisibleText.of(diagnosis.held().lockText())
                    + " comes to be held over the allocation:"));
    steps(passage, diagnosis.held());
    passage
        .line("")
        .line(
            style.bold(
                "how reclaim comes to take "
                    + VisibleText.of(diagnosis.reclaim().lockText())
                    + ":"));
    steps(passage, diagnosis.reclaim());
    for (SplatHalf half : diagnosis.between()) {
      passage
          .line("")
          .line(style.bold("how " + VisibleText.of(half.lockText()) + " is taken over it:"));
      steps(passage, half);
    }
    verdict(passage, diagnosis.verdict());
  }

  private void head(Passage passage, SplatHead head, String release) throws IOException {
    passage.line(
        style.bold("the report in line " + head.line() + ": " + VisibleText.of(head.about())));
    if (!head.task().isEmpty()) {
      passage.line("  task     " + VisibleText.of(head.task()));
    }
    if (!head.release().isEmpty()) {
      passage.line(
          "  release  "
              + VisibleText.of(head.release())
              + "; this tree is "
              + VisibleText.of(release)
              + (head.isOf(release) ? "" : ", where functions may have other names"));
    }
    passage.line("  locks    " + VisibleText.of(String.join(", ", head.locks())));
    for (String what : head.lacks()) {
      passage.line("  cut off  " + VisibleText.of(what) + " is not in it");
    }
  }

  private static void steps(Passage passage, SplatHalf half) throws IOException {
    int number = 1;
    for (SplatStep step : half.steps()) {
      if (step.step().isPresent()) {
        ChainStep found = step.step().get();
        passage.line(
            "  "
                + number++
                + ". "
                + Passage.place(found.place())
                + Passage.inFunction(found.place())
                + ": "
                + VisibleText.of(found.text()));
      } else {
        passage.line(
            "  ?. " + VisibleText.of(step.frame()) + ": " + VisibleText.of(step.missing()));
      }
    }
    if (half.steps().isEmpty()) {
      passage.line("  the report does not show it");
    }
  }

  private void verdict(Passage passage, SplatVerdict verdict) throws IOException {
    passage.line("").line(style.bold("verdict: ") + verdict.outcome().meaning());
    list(passage, "because", verdict.reasons());
    list(passage, "lacks", verdict.lacks());
    if (!verdict.findings().isEmpty()) {
      passage.line("  the audit reports it as " + String.join(", ", verdict.findings()));
    }
    if (!verdict.mends().isEmpty()) {
      passage.line("").line(style.bold("ways to mend it, the smallest change last:"));
      int number = 1;
      for (String mend : verdict.mends()) {
        passage.line("  " + number++ + ". " + VisibleText.of(mend));
      }
    }
  }

  private static void list(Passage passage, String name, List<String> items) throws IOException {
    if (!items.isEmpty()) {
      passage.line("  " + name + ":");
      for (String item : items) {
        passage.line("    - " + VisibleText.of(item));
      }
    }
  }
}
