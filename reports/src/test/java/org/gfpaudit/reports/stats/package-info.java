/** Tests of the stats report. */
package org.gfpaudit.reports.stats;
