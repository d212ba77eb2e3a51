/**
 * The command line. Streams and surroundings are handed to {@link Main}; only {@code Main.main}
 * ends the process.
 */
package org.gfpaudit.analyzer.cli;
