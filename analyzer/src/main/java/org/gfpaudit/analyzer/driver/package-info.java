/**
 * The pipeline: from a tree to the result of an audit.
 *
 * <p>{@link Audit#run} is the pipeline as one method. Each stage hands a value to the next: {@link
 * Indexing} gives the files with their index, {@link org.gfpaudit.analyzer.model.Model} the tree
 * that can be asked, the phases their results, {@link FindingPhase} what is reported. An {@link
 * AuditRequest} says what is audited ({@link AuditTarget}), what of it is reported ({@link
 * Selection}) and how the run goes ({@link RunOptions}); the last of these does not change a byte
 * of the result.
 *
 * <p>An {@link Auditor} audits; those who want more than a result take an {@link Audited} from it.
 * {@link VersionRanges} audits once for each kernel release that code tells apart.
 *
 * <p>Example: {@code new AuditRequest(tree, List.of("fs"), Optional.empty(), 2, Progress.NONE)
 * .result()} audits the whole tree and reports what is in {@code fs}.
 */
package org.gfpaudit.analyzer.driver;
