package org.gfpaudit.reports.html;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.StringReader;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gfpaudit.reports.format.FindingsReport;
import org.gfpaudit.reports.format.ReportedTree;
import org.gfpaudit.reports.format.VisibleText;
import org.gfpaudit.rules.review.Review;

/**
 * One page that needs nothing else, and a policy that lets nothing else in. It can be read without
 * scripts; its one script filters, sorts and draws, and the policy names it by its hash.
 *
 * <p>What came from a tree is escaped: by the template in double braces, and by {@link Markup} in
 * what the template takes whole, in triple braces.
 */
public final class HtmlReport implements FindingsReport {
  private final String toolVersion;
  private final ReportedTree tree;

  public HtmlReport(String toolVersion, ReportedTree tree) {
    this.toolVersion = toolVersion;
    this.tree = tree;
  }

  @Override
  public void write(Review review, Writer out) throws IOException {
    // To the engine an empty string is true unless it is told otherwise, and a key that is missing
    // is looked for in what stands around: so every part has all of its keys, with names of its
    // own.
    Template template =
        Mustache.compiler()
            .strictSections(true)
            .emptyStringIsFalse(true)
            .withLoader(name -> new StringReader(PageResources.template(name)))
            .compile(PageResources.template("page"));
    PageResources.write(template, page(review), out);
  }

  private Map<String, Object> page(Review review) throws IOException {
    PageTree pageTree = PageTree.of(tree, review.audit().kernelVersion());
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("version", VisibleText.of(toolVersion));
    page.put("tree", PageTree.name(tree.name()));
    page.put("kernel", VisibleText.of(review.audit().kernelVersion()));
    page.putAll(new OverviewView(pageTree).of(review));
    page.putAll(new FindingGroups(pageTree).of(review));
    page.putAll(new CallRows(pageTree).of(review));
    page.putAll(ComparedView.of(review));
    page.put("systems", new SystemViews(pageTree).of(review));
    page.put("style", PageResources.style());
    page.put("script", PageResources.script());
    page.put("styleHash", PageResources.hash(PageResources.style()));
    page.put("scriptHash", PageResources.hash(PageResources.script()));
    return page;
  }
}
