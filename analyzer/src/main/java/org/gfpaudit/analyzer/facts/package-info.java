/**
 * What the phases hand to each other.
 *
 * <p>Values that are equal where their parts are, that nobody changes after they were made, and
 * that look nothing up. A call is a {@link CallSite}; how a mask gets from a call to a sink is a
 * {@link SinkReach}; what a function does with masks is an {@link Effect}; which task flags are
 * certainly set is {@link TaskFlags}, a lattice of four elements whose join keeps what both sides
 * have.
 *
 * <p>Example: in {@code void f(gfp_t gfp) { g(gfp); }} with {@code g} a relative, the fact about
 * the call is a {@link CallFact} at the token {@code g}, with one {@link SinkReach} for each way in
 * which {@code g} hands its parameter on, in terms of the parameter 0 of {@code f}.
 */
package org.gfpaudit.analyzer.facts;
