/**
 * What does the call graph around a function or a finding look like?
 *
 * <p>{@link CallGraphs#make} audits, grows a {@link Neighbourhood} of the model's call edges from
 * the function or from the way of a finding's mask, and puts the verdicts of the audit on it. The
 * result is a {@link CallGraph}, which {@link DotWriter}, {@link GraphMlWriter} and {@link
 * SvgWriter} draw; a picture is laid out in columns, callers left of callees, by {@link
 * LayeredLayout}.
 *
 * <p>Example: {@code graph mpage_readpages --depth 1} has the function as its root, one node for
 * each caller and callee, and on each edge how the call is made.
 */
package org.gfpaudit.analyzer.graph;
