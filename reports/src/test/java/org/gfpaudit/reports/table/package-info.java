/** Tests of the table report. */
package org.gfpaudit.reports.table;
