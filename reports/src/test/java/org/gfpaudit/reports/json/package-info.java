/** Tests of the json report. */
package org.gfpaudit.reports.json;
