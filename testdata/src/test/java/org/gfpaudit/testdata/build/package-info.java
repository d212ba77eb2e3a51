/** The script that kbuild calls, run by a real make. */
package org.gfpaudit.testdata.build;
