/** Findings in the form of gcc's warnings, for editors and build logs. */
package org.gfpaudit.reports.gcc;
