/** Tests of the text report. */
package org.gfpaudit.reports.text;
