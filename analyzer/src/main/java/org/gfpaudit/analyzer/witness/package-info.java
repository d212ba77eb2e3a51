/** From the fixpoint to rows of the audit table: verdicts, origins, witness paths. */
package org.gfpaudit.analyzer.witness;
