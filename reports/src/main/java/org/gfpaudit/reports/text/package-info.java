/** Findings for people: message, source with the mask underlined, the way of the mask. */
package org.gfpaudit.reports.text;
