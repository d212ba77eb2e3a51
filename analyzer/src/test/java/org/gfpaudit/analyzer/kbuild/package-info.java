/** Tests of the makefile reader and of configurations. */
package org.gfpaudit.analyzer.kbuild;
