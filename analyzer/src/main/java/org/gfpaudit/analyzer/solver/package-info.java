/**
 * The worklist fixpoint over a control-flow graph. It knows no rule and no kernel.
 *
 * <p>A {@link FlowProblem} is a lattice of states - its join and its widening - and a transfer
 * function; the state at the entry is given, and unreachable code has none. {@link
 * ForwardSolver#solve} takes a graph and a problem and gives the least state at the start of each
 * block. Blocks are visited in reverse post-order, and a block that was visited eight times is
 * widened, so that the fixpoint ends even where the lattice has endless chains.
 *
 * <p>The join must be idempotent, commutative and associative, and the transfer function monotone.
 * Example: with sets of called names as states and union as the join, {@code if (x) a(); else b();
 * c();} gives {@code {a, b}} at the start of the last block.
 */
package org.gfpaudit.analyzer.solver;
