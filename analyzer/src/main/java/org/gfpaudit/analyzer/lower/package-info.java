/**
 * Syntax trees lowered to control-flow graphs.
 *
 * <p>{@link Lowering} takes the tree of one function or macro in one configuration and gives a
 * {@link ControlFlowGraph}: basic blocks of a few kinds of {@link Instruction}, with the entry
 * first and the exit last. Names are resolved to parameters and local variables on the way; a name
 * without a variable is global. Expressions keep their tree, and {@link ExprWalker} walks them in
 * the order of evaluation.
 *
 * <p>{@code &&}, {@code ||} and {@code ?:} are not split: both sides are taken to be evaluated.
 * That is right for the question which values can reach a call, and wrong only for the order of
 * effects within one expression. Loop macros such as {@code list_for_each_entry} are loops, and
 * scope macros such as {@code scoped_guard} are blocks. Example: {@code if (x) return a(); b();}
 * has two paths to the exit, one through {@code a} and one through {@code b}.
 *
 * <p>{@link FeasibleWays} leaves out the paths on which one condition is both true and false. A
 * {@code ConditionReader} reads a branch as a {@code Formula} of {@code Predicate}s; {@code
 * PredicateEffects} says what an instruction makes of their truth. Only what cannot change unseen
 * is followed: variables whose address nobody takes, and memory up to the next call or store.
 * {@link KnownCalls} tells what the tree and the tables know of a called name.
 */
package org.gfpaudit.analyzer.lower;
