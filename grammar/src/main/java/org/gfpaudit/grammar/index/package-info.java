/** The index of a tree: definitions, calls and field writes, in primitive arrays. */
package org.gfpaudit.grammar.index;
