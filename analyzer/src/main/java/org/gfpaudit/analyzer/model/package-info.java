/**
 * What does the tree at hand say?
 *
 * <p>{@link Model} is the one place where phases ask: which definitions a name can mean where it is
 * used ({@link Visibility}, {@link Aliases}, {@link Coexistence}), of which type an expression is
 * ({@link TypeOracle}), whether two fields can be one ({@link FieldOwners}), who can run whom
 * ({@link CallEdges}), and what a definition looks like as a tree or a graph ({@link Program}). It
 * takes a {@link org.gfpaudit.analyzer.load.SourceTree}, its index and the {@link KernelModel} of a
 * release.
 *
 * <p>An answer depends on the question alone and is kept by it, so that it is the same whoever
 * asked before and on whichever thread. An answer that was cut off at a bound is never kept as a
 * whole one. Where C alone does not tell, answers err towards more: more callers, more meanings of
 * a name.
 *
 * <p>Example: after {@code .read_folio = pond_read} in a table, {@code
 * edges().callersOf(pond_read)} holds an edge from each function that calls through the field
 * {@code read_folio} of that struct.
 */
package org.gfpaudit.analyzer.model;
