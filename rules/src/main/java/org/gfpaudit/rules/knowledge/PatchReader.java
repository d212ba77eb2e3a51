package org.gfpaudit.rules.knowledge;

import java.util.List;

/** Reads the tables that say how code is mended. */
final class PatchReader {
  private final KnowledgeReader reader;

  PatchReader(KnowledgeReader reader) {
    this.reader = reader;
  }

  List<SubjectPrefixRow> subjectPrefixes() {
    return reader
        .table("subject-prefixes.tsv", "path prefix since until origin")
        .rows(
            line ->
                new SubjectPrefixRow(
                    line.text("path"), line.text("prefix"), line.versions(), line.text("origin")));
  }

  List<MaskTemplate> maskTemplates() {
    return reader
        .table("mask-templates.tsv", "helper template operand since until origin")
        .rows(
            line -> {
              String template = line.text("template");
              if (!template.contains("MAPPING") || template.split("MASK", -1).length > 2) {
                throw new IllegalArgumentException(
                    "a template names MAPPING, and MASK at most once: '" + template + "'");
              }
              if (!line.text("operand").matches("yes|no")) {
                throw new IllegalArgumentException("column operand must be yes or no");
              }
              return new MaskTemplate(
                  line.text("helper"),
                  template,
                  line.text("operand").equals("yes"),
                  line.versions(),
                  line.text("origin"));
            });
  }
}
