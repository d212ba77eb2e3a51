/**
 * Findings as one page for a browser.
 *
 * <p>It takes a review and the sources for excerpts, and writes a page that needs nothing else: no
 * script, no font, no picture from elsewhere, and a content security policy that forbids them. New
 * findings come first, then known, waived and fixed ones, each with its way, evidence and fix. The
 * page is made by a template ({@code findings.html.mustache}), which escapes everything that came
 * from a tree. This is the only package that sees JMustache.
 *
 * <p>Example: {@code gfpaudit check --format html --output findings.html}.
 */
package org.gfpaudit.reports.html;
