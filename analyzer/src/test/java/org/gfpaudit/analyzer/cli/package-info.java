/** Tests of the command line, in process, with streams and an engine of their own. */
package org.gfpaudit.analyzer.cli;
