/** Findings as SARIF 2.1.0, the OASIS standard, for code scanning and for editors. */
package org.gfpaudit.reports.sarif;
