/**
 * Findings in reviewdog's Diagnostic Format, one JSON object on a line ({@code rdjsonl}).
 *
 * <p>It takes a review and the sources, and writes a diagnostic for each new finding, with the
 * range of the called name, the rule, the severity, and with {@code --fixes} a suggestion that
 * reviewdog can offer in a code review. Lines and columns count from 1, and columns count bytes, as
 * the format has them. Known and waived findings are left out.
 *
 * <p>Example: {@code {"message": "GFP_KERNEL reaches ...", "location": {"path": "fs/mpage.c",
 * "range": {"start": {"line": 15, "column": 7}}}, ...}}.
 */
package org.gfpaudit.reports.rdjson;
