/** One row of the audit in full. */
package org.gfpaudit.reports.explain;
