package org.gfpaudit.analyzer.lsp;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.gfpaudit.reports.format.ExplainedRow;
import org.gfpaudit.reports.format.VisibleText;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.MaskParts;
import org.gfpaudit.rules.finding.Place;

/** What a mask or a sink is worth, in Markdown. */
final class Hovers {
  private static final int MOST_ORIGINS = 4;

  private Hovers() {}

  /** A row: the verdict, the mask taken apart, and what reclaim can do. */
  static Hover of(ExplainedRow explained) {
    AuditRow row = explained.row();
    StringJoiner text = new StringJoiner("\n");
    text.add("**" + row.verdict().word() + "**: " + plain(explained.meaning()));
    text.add("");
    text.add("- sink: " + code(row.sink() + "()"));
    add(text, "mask", row.mask());
    add(text, "mapping", row.mapping());
    parts(text, explained.proof().mask());
    for (String told : row.protection().told()) {
      text.add("- reclaim " + plain(told));
    }
    row.protection()
        .outside()
        .ifPresent(
            outside ->
                text.add(
                    "- its other callers hold a scope, not so " + code(outside.fileAndLine())));
    origins(text, row.origins());
    if (!row.note().isEmpty()) {
      text.add("- note: " + plain(row.note()));
    }
    for (Finding finding : explained.findings()) {
      text.add("");
      text.add(
          "**"
              + finding.level().word()
              + "** "
              + plain(finding.message())
              + (finding.reason().isEmpty() ? "" : " (" + plain(finding.reason()) + ")")
              + " ["
              + finding.rule()
              + ", "
              + finding.id()
              + "]");
    }
    return new Hover(new MarkupContent(MarkupKind.MARKDOWN, text.toString()));
  }

  private static void add(StringJoiner text, String name, String value) {
    if (!value.isEmpty()) {
      text.add("- " + name + ": " + code(value));
    }
  }

  private static void parts(StringJoiner text, MaskParts parts) {
    add(text, "memory", String.join(" ", parts.memory()));
    add(text, "context", String.join(" ", parts.context()));
    add(text, "besides", String.join(" ", parts.modifiers()));
    if (!parts.bounds().isEmpty()) {
      text.add("- bounds: " + plain(String.join(", ", parts.bounds())));
    }
  }

  private static void origins(StringJoiner text, List<Place> origins) {
    Optional<String> some =
        origins.stream()
            .limit(MOST_ORIGINS)
            .map(origin -> code(origin.fileAndLine()))
            .reduce((one, other) -> one + ", " + other);
    some.ifPresent(
        places ->
            text.add(
                "- comes from "
                    + places
                    + (origins.size() > MOST_ORIGINS
                        ? " and " + (origins.size() - MOST_ORIGINS) + " more"
                        : "")));
  }

  /** Text of a tree as code that nothing in it can end. */
  private static String code(String text) {
    String fence = text.contains("`") ? "``" : "`";
    return fence + VisibleText.of(text) + fence;
  }

  /** Our own sentences, in which names of the tree may stand. */
  private static String plain(String text) {
    return VisibleText.of(text).replaceAll("([\\\\`*\\[\\]<>])", "\\\\$1");
  }
}
