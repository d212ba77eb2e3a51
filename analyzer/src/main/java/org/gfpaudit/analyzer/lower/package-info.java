/** Syntax trees lowered to control-flow graphs of a few instruction kinds. */
package org.gfpaudit.analyzer.lower;
