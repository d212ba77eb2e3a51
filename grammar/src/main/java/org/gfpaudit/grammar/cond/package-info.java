/**
 * Presence conditions: formulas over configuration symbols.
 *
 * <p>Up to twelve atoms a formula is held as its truth table, so that equal formulas are equal
 * objects; beyond that as a tree, on which every answer stays on the safe side.
 */
package org.gfpaudit.grammar.cond;
