package org.gfpaudit.analyzer.lsp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.reports.format.MaskFinder;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Flagged;
import org.jspecify.annotations.Nullable;

/**
 * A tree as it was audited.
 *
 * @param root of the tree on disk
 * @param request asks for the same files again
 * @param whole all that the audit found
 * @param reported with the levels of the settings, and without what is waived
 * @param open the texts that were open then, by path in the tree
 */
record Snapshot(
    Path root,
    AuditRequest request,
    AuditResult whole,
    AuditResult reported,
    Map<String, OpenTexts.OpenText> open) {

  /** The URI of a file of the tree, as the client writes it where it has the file open. */
  String uri(String file) {
    OpenTexts.OpenText text = open.get(file);
    return text != null ? text.uri() : root.resolve(file).toUri().toString();
  }

  /** The number of the text that was audited; null where the file was not open. */
  @Nullable Integer version(String file) {
    OpenTexts.OpenText text = open.get(file);
    return text != null ? text.version() : null;
  }

  /** Whether a text is the one that was audited. */
  boolean isOf(String file, OpenTexts.OpenText text) {
    OpenTexts.OpenText then = open.get(file);
    return then != null && then.version() == text.version();
  }

  /** The text that was audited; empty where it cannot be read any more. */
  Optional<SourceText> source(String file) {
    try {
      return Optional.of(new SourceText(file, request.tree().readAsWritten(file)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The rows of a file. */
  List<AuditRow> rows(String file) {
    return whole.rows().stream().filter(row -> row.place().file().equals(file)).toList();
  }

  /** The reported findings of a file. */
  List<Finding> findings(String file) {
    return reported.findings().stream()
        .filter(finding -> finding.place().file().equals(file))
        .toList();
  }

  /** Whether the byte at {@code offset} is in the name that is flagged, or in its mask. */
  static boolean isAt(SourceText source, Flagged flagged, int offset) {
    var name = new TextPositions(source).wordSpan(flagged.place().line(), flagged.place().column());
    return name.contains(offset)
        || offset == name.end()
        || MaskFinder.find(source, name.start(), flagged.mask())
            .filter(mask -> mask.contains(offset) || offset == mask.end())
            .isPresent();
  }
}
