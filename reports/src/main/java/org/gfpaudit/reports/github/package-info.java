/** Findings as workflow commands of GitHub Actions, which become annotations. */
package org.gfpaudit.reports.github;
