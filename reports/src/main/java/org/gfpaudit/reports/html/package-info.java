/**
 * Findings as one page for a browser, and the difference of two runs as another.
 *
 * <p>A page needs nothing else: no font, no picture, no script from elsewhere, and a content
 * security policy that forbids them. {@link HtmlReport} takes a review and what it may ask of the
 * tree, and gives a page of five views: an overview with a picture, the findings with their source,
 * the audit table, a part for each file system, and old against new. {@link DifferencePage} gives
 * what two runs do not have in common. Templates ({@code *.html.mustache}) hold the structure, and
 * each has a class {@code ...View} that makes the values for it; what is made of many small
 * elements ({@link SourceLines}, {@link ChainDrawing}, {@link ObedienceChart}) goes through {@link
 * Markup}, which escapes. The script ({@code *.js}) only hides, shows, sorts and moves what is in
 * the page already, so that the page can be read without it. This is the only package that sees
 * JMustache.
 *
 * <p>Example: {@code gfpaudit check --format html --output findings.html}.
 */
package org.gfpaudit.reports.html;
