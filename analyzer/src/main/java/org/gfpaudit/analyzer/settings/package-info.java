/**
 * The settings file {@code .gfpaudit.yml}. This is the only package that sees SnakeYAML.
 *
 * <p>{@link SettingsReader} takes the text of a file and gives {@link Settings}: which rules report
 * and at which level, which paths are reported, a baseline, rows for the tables of kernel
 * knowledge, and waivers. It reads the nodes of the YAML parser, so that every mistake has its line
 * and column, and it collects all mistakes before it fails with a {@link
 * MalformedSettingsException}. Scalars are texts, so that the version {@code 6.10} is not the
 * number 6.1.
 *
 * <p>Settings never change what is analysed, except by the rows that they add. The schema for
 * editors, {@code gfpaudit.schema.json}, takes what the reader takes. Example: {@code rules:
 * {hardcoded-weak: off}}.
 */
package org.gfpaudit.analyzer.settings;
