/**
 * Findings in the XML of Checkstyle, which most CI servers read.
 *
 * <p>It takes a review and writes one {@code file} element for each file and one {@code error}
 * element for each new finding, with line, column, severity, message and rule. Known and waived
 * findings are left out, because the format has no place for them. A note becomes the severity
 * {@code info}.
 *
 * <p>Example: {@code <error line="6" column="6" severity="error" message="GFP_KERNEL reaches ..."
 * source="gfpaudit.hardcoded"/>}.
 */
package org.gfpaudit.reports.checkstyle;
