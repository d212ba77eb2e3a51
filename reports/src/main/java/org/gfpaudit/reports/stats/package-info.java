/**
 * What a run cost, stage by stage, and how much of a tree the grammar reads.
 *
 * <p>It takes the costs of the stages, those of the process and, where it was measured, the
 * coverage of the grammar ({@link Stats}), and writes a table with seconds, CPU, what was handled,
 * memory and rates. This is the one report that holds times, and so the only one that differs from
 * run to run.
 *
 * <p>Example: {@code gfpaudit stats --tree ~/linux} shows a line for {@code scan} with the number
 * of files, their bytes, and bytes a second.
 */
package org.gfpaudit.reports.stats;
