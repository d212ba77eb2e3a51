/** The edges of call graphs, and the graphs drawn from them. */
package org.gfpaudit.testdata.callgraph;
