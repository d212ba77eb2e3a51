/** Patches as mails: a series that {@code git am} takes. */
package org.gfpaudit.reports.series;
