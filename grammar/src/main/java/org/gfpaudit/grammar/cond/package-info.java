/** Presence conditions: formulas over configuration symbols. */
package org.gfpaudit.grammar.cond;
