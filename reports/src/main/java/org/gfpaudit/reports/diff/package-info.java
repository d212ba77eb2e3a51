/** What two texts have in common, line by line. The only package that sees java-diff-utils. */
package org.gfpaudit.reports.diff;
