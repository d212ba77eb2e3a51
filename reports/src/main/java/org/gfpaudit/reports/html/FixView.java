package org.gfpaudit.reports.html;

import static org.gfpaudit.reports.html.Markup.with;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.reports.diff.UnifiedDiff;
import org.gfpaudit.reports.format.SourceLookup;
import org.gfpaudit.reports.format.VisibleText;
import org.gfpaudit.rules.fix.FileChange;
import org.gfpaudit.rules.fix.Fix;

/** The change that mends a finding, as a diff in colour, for the template. */
final class FixView {
  private final SourceLookup sources;

  FixView(SourceLookup sources) {
    this.sources = sources;
  }

  /** The values for the template. */
  Map<String, Object> of(Optional<Fix> fix) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("fix", fix.map(this::diff).orElse(""));
    view.put("fixSummary", fix.map(each -> VisibleText.of(each.summary())).orElse(""));
    view.put(
        "fixReasons",
        fix.map(Fix::reasons).orElse(List.of()).stream().map(VisibleText::of).toList());
    return view;
  }

  /** The lines of the diff; empty where a file cannot be read. */
  private String diff(Fix fix) {
    Markup out = new Markup();
    for (String file : fix.files()) {
      Optional<SourceText> source = sources.source(file);
      if (source.isEmpty()) {
        return "";
      }
      String before = new String(source.get().bytes(), StandardCharsets.ISO_8859_1);
      var edits = fix.edits().stream().filter(edit -> edit.file().equals(file)).toList();
      String diff = new UnifiedDiff(FileChange.of(file, before, edits)).text();
      // Bytes were characters; for people they are UTF-8 again.
      new String(diff.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
          .lines()
          .forEach(line -> line(out, line.replace("\t", "        ")));
    }
    return out.whole();
  }

  /** The sign in front stays: a line is not told by its colour alone. */
  private static void line(Markup out, String line) {
    boolean isHead = line.startsWith("+++") || line.startsWith("---") || line.startsWith("diff ");
    if (isHead || line.startsWith("index ")) {
      out.element("span", line, with("class", "head"));
    } else if (line.startsWith("@@")) {
      out.element("span", line, with("class", "hunk"));
    } else if (line.startsWith("+")) {
      out.element("ins", line);
    } else if (line.startsWith("-")) {
      out.element("del", line);
    } else {
      out.text(line);
    }
    out.line();
  }
}
