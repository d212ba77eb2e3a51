/**
 * Who restricts the masks of mappings, and what does that make of a finding?
 *
 * <p>{@link ConstrainPhase#run} takes the model and the masks and gives {@link Constraints}: every
 * call that sets the mask of a mapping, with what it does to {@code __GFP_FS} and {@code __GFP_IO}
 * (clears, keeps, gives, or depends), and what is wrong with it. {@link SetterProblem} follows one
 * bit through one function; its lattice is that of {@link SetterState}. {@link Ladder} ranks a
 * finding by the mappings that can reach it.
 *
 * <p>What a setter is handed is asked of the masks. These helpers have to be part of their
 * fixpoint, so {@link ConstrainPhase#demand} asks once before it.
 *
 * <p>Example: {@code mapping_set_gfp_mask(m, mapping_gfp_mask(m) & ~__GFP_FS)} clears FS and keeps
 * IO; followed by {@code mapping_set_gfp_mask(m, GFP_KERNEL)} it is a mask that is given back.
 */
package org.gfpaudit.analyzer.constrain;
