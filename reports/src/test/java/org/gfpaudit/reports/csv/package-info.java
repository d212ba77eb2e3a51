/** Tests of the csv report. */
package org.gfpaudit.reports.csv;
