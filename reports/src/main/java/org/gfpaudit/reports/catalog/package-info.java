/**
 * The one list of all formats of findings. Nothing is found by scanning: a new format is a new
 * constant of {@link org.gfpaudit.reports.catalog.FindingsFormat}, and the command line, the help
 * and the tests that every format must pass are made from the list.
 */
package org.gfpaudit.reports.catalog;
