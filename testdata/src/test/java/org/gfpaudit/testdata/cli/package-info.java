/**
 * Runs whole commands as a user would, and looks at exit status, output and messages.
 *
 * <p>Scripts in {@code testdata/cli} say what commands must print, transcripts are the commands
 * that README.md and MANUAL.md show with their output, and the other tests hold what must be the
 * same for all commands: any number of threads, any part of a tree, any layout of its text.
 */
package org.gfpaudit.testdata.cli;
