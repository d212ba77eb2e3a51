/** A stable text form of syntax trees, for golden files and for people. */
package org.gfpaudit.grammar.dump;
