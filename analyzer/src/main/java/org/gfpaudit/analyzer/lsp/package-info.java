/**
 * The language server: what editors ask while a file is open. LSP4J is behind this package.
 *
 * <p>Each tree that has an open file is a {@link org.gfpaudit.analyzer.lsp.TreeSession}, which
 * audits the files on disk with the texts of the editor laid over them. All audits and whatever
 * reads their model run one after another on one thread; what only looks at the last result does
 * not wait for it.
 */
@NullMarked
package org.gfpaudit.analyzer.lsp;

import org.jspecify.annotations.NullMarked;
