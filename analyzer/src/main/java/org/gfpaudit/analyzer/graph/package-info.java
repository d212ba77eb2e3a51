/** The call graph of the functions under analysis. The only package that sees JGraphT. */
package org.gfpaudit.analyzer.graph;
