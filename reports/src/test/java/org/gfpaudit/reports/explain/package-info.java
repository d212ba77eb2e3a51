/** Tests of the explain report. */
package org.gfpaudit.reports.explain;
