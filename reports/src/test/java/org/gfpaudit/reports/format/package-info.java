/** Tests of what all formats share, and the results that the tests of all formats render. */
package org.gfpaudit.reports.format;
