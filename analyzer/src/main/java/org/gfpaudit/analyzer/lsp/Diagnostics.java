package org.gfpaudit.analyzer.lsp;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;
import org.gfpaudit.reports.format.MaskFinder;
import org.gfpaudit.rules.finding.ChainStep;
import org.gfpaudit.rules.finding.ConstrainerSite;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.Reentry;
import org.gfpaudit.rules.finding.WitnessStep;

/** Findings of one snapshot as diagnostics. */
final class Diagnostics {
  /** What diagnostics say they are from. */
  static final String SOURCE = "gfpaudit";

  /** The field of a diagnostic's data that holds the finding's id. */
  static final String ID = "id";

  /** The field of a diagnostic's data that holds what is the same in all trees. */
  static final String FINGERPRINT = "fingerprint";

  private static final int MOST_CONSTRAINERS = 4;

  private final Snapshot snapshot;
  private final Map<String, Optional<TextPositions>> positions = new HashMap<>();
  private final Map<String, Optional<SourceText>> sources = new HashMap<>();

  Diagnostics(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** A finding; its related information is the way of its mask, and the chain of a deadlock. */
  Diagnostic of(Finding finding) {
    String why = finding.reason().isEmpty() ? "" : " (" + finding.reason() + ")";
    Diagnostic diagnostic =
        new Diagnostic(
            range(finding.flagged()),
            finding.message() + why,
            severity(finding.level()),
            SOURCE,
            finding.rule());
    List<DiagnosticRelatedInformation> related = new ArrayList<>();
    for (WitnessStep step : finding.witness()) {
      related.add(related(step.place(), step.text()));
    }
    finding.consequence().reentry().ifPresent(reentry -> related.addAll(chain(reentry)));
    finding.constrainers().stream()
        .limit(MOST_CONSTRAINERS)
        .forEach(setter -> related.add(constrainer(setter)));
    diagnostic.setRelatedInformation(related);
    JsonObject data = new JsonObject();
    data.addProperty(ID, finding.id());
    data.addProperty(FINGERPRINT, finding.fingerprint().whole());
    diagnostic.setData(data);
    return diagnostic;
  }

  private List<DiagnosticRelatedInformation> chain(Reentry reentry) {
    List<DiagnosticRelatedInformation> steps = new ArrayList<>();
    for (ChainStep step : reentry.held()) {
      steps.add(related(step.place(), "held: " + step.text()));
    }
    for (ChainStep step : reentry.reclaim()) {
      steps.add(related(step.place(), "reclaim: " + step.text()));
    }
    return steps;
  }

  private DiagnosticRelatedInformation constrainer(ConstrainerSite setter) {
    return related(
        setter.place(),
        setter.setter() + "() sets the mask of " + setter.mapping() + ": " + setter.effect());
  }

  /** The range of the mask that is objected to, or of the name where there is none. */
  Range range(Flagged flagged) {
    Place place = flagged.place();
    Optional<TextPositions> text = positions(place.file());
    if (text.isEmpty()) {
      return unread(place);
    }
    Span name = text.get().wordSpan(place.line(), place.column());
    Span shown =
        source(place.file())
            .flatMap(source -> MaskFinder.find(source, name.start(), flagged.mask()))
            .orElse(name);
    return text.get().range(shown);
  }

  /** Where a place is. */
  Location location(Place place) {
    Range range =
        positions(place.file())
            .map(text -> text.word(place.line(), place.column()))
            .orElseGet(() -> unread(place));
    return new Location(snapshot.uri(place.file()), range);
  }

  /** Where a name stands in a line that defines it. */
  Location definition(String file, int line, String name) {
    Place start = new Place(file, line, 1, name);
    return source(file)
        .filter(source -> line >= 1 && line <= source.lineCount())
        .map(source -> source.text(source.lineSpan(line)).indexOf(name))
        .filter(at -> at >= 0)
        .map(at -> location(new Place(file, line, at + 1, name)))
        .orElseGet(() -> location(start));
  }

  private DiagnosticRelatedInformation related(Place place, String text) {
    return new DiagnosticRelatedInformation(location(place), text);
  }

  private static Range unread(Place place) {
    Position start = new Position(Math.max(0, place.line() - 1), Math.max(0, place.column() - 1));
    return new Range(start, start);
  }

  private Optional<TextPositions> positions(String file) {
    return positions.computeIfAbsent(file, path -> source(path).map(TextPositions::new));
  }

  private Optional<SourceText> source(String file) {
    return sources.computeIfAbsent(file, snapshot::source);
  }

  private static DiagnosticSeverity severity(Level level) {
    return switch (level) {
      case ERROR -> DiagnosticSeverity.Error;
      case WARNING -> DiagnosticSeverity.Warning;
      case NOTE -> DiagnosticSeverity.Information;
    };
  }
}
