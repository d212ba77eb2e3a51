/**
 * Plots as SVG: pictures of numbers that they are given.
 *
 * <p>{@link SvgCanvas} is what is drawn on, {@link Scale} turns values into positions along an
 * axis, {@link PlotStyle} is the style sheet, and there is one class for each kind of plot, such as
 * {@link TimelinePlot} for {@code history --format svg}. A picture has no script; its text stays
 * text and is escaped by the canvas, the fonts are the reader's, and colours follow a light or a
 * dark page.
 *
 * <p>Example: a timeline of three revisions has a line for each level above, and a bar for each
 * finding below, from the revision that brought it to the one that took it away.
 */
package org.gfpaudit.reports.plot;
