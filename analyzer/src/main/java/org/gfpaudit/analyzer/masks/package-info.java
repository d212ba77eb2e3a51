/**
 * What can each mask hold that reaches a sink?
 *
 * <p>{@link MaskPhase#run} takes the model and gives {@link Masks}. The lattice of one mask is
 * {@link org.gfpaudit.rules.mask.MaskValue}; {@link FlowState} maps each {@link Slot} to one, each
 * pointer to the objects it can point to, and carries the task flags. {@link UnitAnalysis} solves
 * one definition in each of its configurations and unites what came of them; {@link Summaries} does
 * so for all that matter, callees first over strongly connected components, until nothing changes:
 * what a function returns and stores through pointers, and the ways in which its parameters reach
 * sinks.
 *
 * <p>Who reads an effect, or the ways to a sink, is taken again when they change. That ends,
 * because they only grow and cannot grow for ever: masks are bounded by the number of their
 * alternatives and terms, of two ways that differ in their steps alone one is kept, and of many
 * ways to one site one that joins them. An effect may be replaced by another one before its callees
 * are known ({@link Ascent}): a few times, and then it only grows as well.
 *
 * <p>A slot that is missing from a state is one that nothing has set, or ({@link FlowState#isOpen})
 * one that can hold anything: then it takes no part in a join either. {@link Places} says which
 * slots an expression can mean; a store that can go to several leaves what each held. A call stores
 * what the effects of its callees say ({@link CallStores}); behind an address that goes where the
 * tree shows nothing stands an unknown mask.
 *
 * <p>What names at file scope stand for ({@link GlobalMasks}) is no part of the fixpoint, but for
 * what is made of the results of functions: that is evaluated anew whenever it is asked for.
 *
 * <p>Example: of {@code gfp_t pond_mask(struct address_space *m, gfp_t g) { return g &
 * mapping_gfp_mask(m); }} the effect is the parameter 1 AND the mask of the mapping that is
 * parameter 0; at a call both become the arguments.
 */
package org.gfpaudit.analyzer.masks;
