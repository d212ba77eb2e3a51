/**
 * Which formats can findings be written in?
 *
 * <p>{@link org.gfpaudit.reports.catalog.FindingsFormat} is the one list. Nothing is found by
 * scanning: a new format is a new constant of it, and the command line, the help and the tests that
 * every format must pass are made from the list. A format takes a {@link ReportedRun}, which says
 * what was audited, and gives a report that writes findings. Example: the constant {@code SARIF} is
 * the format {@code sarif} of {@code check --format}.
 */
package org.gfpaudit.reports.catalog;
