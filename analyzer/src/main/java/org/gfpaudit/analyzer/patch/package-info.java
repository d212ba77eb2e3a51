/** What would mend a finding: one class for each strategy, and the proof that it does. */
package org.gfpaudit.analyzer.patch;
