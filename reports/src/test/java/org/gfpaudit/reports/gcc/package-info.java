/** Tests of the gcc report. */
package org.gfpaudit.reports.gcc;
