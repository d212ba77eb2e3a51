/** A tree as the analysis sees it: definitions found by name, parsed when first asked for. */
package org.gfpaudit.analyzer.program;
