/** Findings as the mails of the kernel test robot show them. */
package org.gfpaudit.reports.robot;
