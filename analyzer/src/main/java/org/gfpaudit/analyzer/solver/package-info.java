/** The worklist fixpoint over a control-flow graph. Knows no rule and no kernel. */
package org.gfpaudit.analyzer.solver;
