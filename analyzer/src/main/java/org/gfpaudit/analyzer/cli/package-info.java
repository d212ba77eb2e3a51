/**
 * The command line. This is the only package that sees picocli, that ends the process, and that has
 * standard streams.
 *
 * <p>There is one class for each command ({@link CheckCommand} and so on) and one for each group of
 * options that several commands share ({@link TreeOptions}, {@link OutputOptions}). A command
 * checks its options, finds the tree and its settings, makes a request, hands it to the {@link
 * Engine}, and gives the result to a report; it analyses nothing itself. {@link Main} picks the
 * command and turns failures into messages and into an {@link ExitStatus}. Streams and surroundings
 * are handed to it, so that tests run whole commands in one process.
 *
 * <p>Descriptions of commands and options are written once, in picocli's annotations. {@link
 * BriefHelp} shows the first sentence of each for {@code --help}; the manual pages and the tables
 * of MANUAL.md hold all of it. Example: {@code new Main(out, err, surroundings).run("rules",
 * "raw-mask")} prints one rule and returns 0.
 */
package org.gfpaudit.analyzer.cli;
