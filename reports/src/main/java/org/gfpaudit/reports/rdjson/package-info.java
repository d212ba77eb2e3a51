/** Findings as reviewdog diagnostics, one JSON object on a line. */
package org.gfpaudit.reports.rdjson;
