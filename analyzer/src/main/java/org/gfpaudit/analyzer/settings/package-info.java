/**
 * The settings file {@code .gfpaudit.yml}: which rules report, what is left out, what out-of-tree
 * code adds to the tables, and which findings are to stay. The only package that sees SnakeYAML.
 */
package org.gfpaudit.analyzer.settings;
