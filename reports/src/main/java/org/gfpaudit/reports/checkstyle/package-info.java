/** Findings as Checkstyle writes them, which most CI servers read. */
package org.gfpaudit.reports.checkstyle;
