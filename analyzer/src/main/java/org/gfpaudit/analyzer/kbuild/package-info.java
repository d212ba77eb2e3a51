/**
 * Which configuration builds a file: presence conditions out of the tree's makefiles, and a {@code
 * .config} to hold them against. Nothing here invents a condition: what cannot be read is taken to
 * be built always.
 */
package org.gfpaudit.analyzer.kbuild;
