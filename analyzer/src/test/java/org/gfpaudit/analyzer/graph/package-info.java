/**
 * Tests of call graphs: what is shown of them, how they are written and where their nodes stand.
 */
package org.gfpaudit.analyzer.graph;
