package org.gfpaudit.reports.html;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gfpaudit.reports.format.Passage;
import org.gfpaudit.reports.format.VisibleText;
import org.gfpaudit.rules.review.Difference;
import org.gfpaudit.rules.review.KnownFinding;

/** Old against new as one page: what came and why, what is fixed, what changed, what moved. */
public final class DifferencePage {
  private final String toolVersion;

  public DifferencePage(String toolVersion) {
    this.toolVersion = toolVersion;
  }

  /** Writes {@code difference} to {@code out}, which is neither flushed nor closed. */
  public void write(Difference difference, Writer out) throws IOException {
    String style = PageResources.style();
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("version", VisibleText.of(toolVersion));
    page.put("older", PageTree.name(difference.older()));
    page.put("newer", PageTree.name(difference.newer()));
    page.put("unchanged", difference.unchanged());
    page.put("style", style);
    page.put("styleHash", PageResources.hash(style));
    page.put(
        "groups",
        List.of(
            group(
                "new",
                difference.appeared().stream()
                    .map(each -> line(each.finding(), each.causes()))
                    .toList()),
            group("fixed", difference.gone().stream().map(each -> line(each, List.of())).toList()),
            group(
                "changed",
                difference.changed().stream()
                    .map(
                        each ->
                            line(each.now(), List.of("was " + each.before().rule() + " before")))
                    .toList()),
            group(
                "moved",
                difference.moved().stream()
                    .map(
                        each ->
                            line(
                                each.now(),
                                List.of("was at " + Passage.place(each.before().place()))))
                    .toList())));
    Template template =
        Mustache.compiler()
            .strictSections(true)
            .emptyStringIsFalse(true)
            .compile(PageResources.template("difference"));
    PageResources.write(template, page, out);
  }

  private static Map<String, Object> group(String word, List<Map<String, Object>> lines) {
    return Map.of("word", word, "size", lines.size(), "hasLines", !lines.isEmpty(), "lines", lines);
  }

  private static Map<String, Object> line(KnownFinding finding, List<String> told) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("level", finding.level().word());
    view.put("place", Passage.place(finding.place()));
    view.put("message", VisibleText.of(finding.message()));
    view.put("rule", VisibleText.of(finding.rule()));
    view.put("id", VisibleText.of(finding.id()));
    view.put("told", told.stream().map(VisibleText::of).toList());
    return view;
  }
}
