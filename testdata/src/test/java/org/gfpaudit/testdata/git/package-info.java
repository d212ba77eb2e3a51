/** The program and the real git: revisions, changes since one, hooks and bisection. */
package org.gfpaudit.testdata.git;
