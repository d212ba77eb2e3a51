/**
 * Findings as SARIF 2.1.0, the OASIS standard, for code scanning and for editors.
 *
 * <p>It takes a review and the sources, and writes one run: the rules with their help, and a result
 * for each finding with level, place, fingerprints, the way of the mask as a code flow, and fixes
 * where they were asked for. Known findings have a {@code baselineState}, waived ones a suppression
 * with its reason, and findings that are gone are {@code absent}. The report is streamed, so that
 * it costs no memory for all of it, and it is valid by the schema of the standard.
 *
 * <p>Example: {@code gfpaudit check --format sarif --output gfpaudit.sarif}, which MANUAL.md
 * uploads from a job of GitHub Actions.
 */
package org.gfpaudit.reports.sarif;
