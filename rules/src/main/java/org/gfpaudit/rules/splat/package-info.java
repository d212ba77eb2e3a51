/**
 * What is said of a report of the kernel's lock checker that a machine printed?
 *
 * <p>These are the values that {@code explain --splat} shows. {@link Diagnoses} has one {@link
 * Diagnosis} for each report that says something of reclaim: two halves, each a {@link SplatHalf}
 * whose steps name the place in the tree or what the tree lacks, and a {@link SplatVerdict}.
 * Nothing here reads or looks up anything.
 *
 * <p>Example: a {@link Diagnosis} whose {@link SplatVerdict} is {@link SplatVerdict.Outcome#MENDED}
 * names the scope that this tree has on the way and the reported kernel had not.
 */
@NullMarked
package org.gfpaudit.rules.splat;

import org.jspecify.annotations.NullMarked;
