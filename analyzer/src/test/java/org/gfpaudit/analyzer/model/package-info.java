/** Tests of what can be asked about a tree, each with a tree of a few lines. */
package org.gfpaudit.analyzer.model;
