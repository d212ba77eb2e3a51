/**
 * Plots as SVG: what is drawn on, the scales, and one class for each kind of plot. A plot is a
 * picture of numbers it is given; text stays text, fonts are the reader's, and colours follow a
 * light or a dark page.
 */
package org.gfpaudit.reports.plot;
