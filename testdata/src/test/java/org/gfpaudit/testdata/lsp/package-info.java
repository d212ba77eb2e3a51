/** The language server, as editors talk to it. */
package org.gfpaudit.testdata.lsp;
