/** Tests of the plots. */
package org.gfpaudit.reports.plot;
