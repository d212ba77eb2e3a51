/** Tests of the rules report. */
package org.gfpaudit.reports.rules;
