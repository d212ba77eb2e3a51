/** The rules: their list, and one in full. */
package org.gfpaudit.reports.rules;
