/** Summaries of functions, and the fixpoint over calls, returns and fields that computes them. */
package org.gfpaudit.analyzer.summary;
