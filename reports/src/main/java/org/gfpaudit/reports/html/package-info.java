/** Findings as one page for a browser. */
package org.gfpaudit.reports.html;
