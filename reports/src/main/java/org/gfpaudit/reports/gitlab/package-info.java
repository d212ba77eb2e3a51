/** Findings as a GitLab code quality report. */
package org.gfpaudit.reports.gitlab;
