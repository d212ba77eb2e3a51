/** What a run cost, stage by stage, and how much of a tree the grammar reads. */
package org.gfpaudit.reports.stats;
