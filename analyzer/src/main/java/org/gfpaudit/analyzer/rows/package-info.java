/** From the fixpoint to rows of the audit table: verdicts, origins, witness paths, evidence. */
package org.gfpaudit.analyzer.rows;
