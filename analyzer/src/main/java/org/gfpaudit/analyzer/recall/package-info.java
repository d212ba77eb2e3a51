/**
 * Is the result of this audit known already?
 *
 * <p>{@link Recall} is an {@link org.gfpaudit.analyzer.driver.Auditor} around the audit, which
 * knows nothing of it: a {@link RecordingTree} notes what is read of the tree. A {@link Remembered}
 * is a result with what it depends on: where the index of each file was, the questions that were
 * asked of the index, the definitions and whole files that were read, by checksums. It holds for a
 * tree in which all of that is as it was; where definitions moved, {@link Relocation} brings the
 * lines of the result after them. {@link Memory} keeps such results, in this process and in the
 * store.
 *
 * <p>Example: a comment added above a function that the audit read moves its lines and costs no
 * audit; a statement added inside it costs one.
 */
package org.gfpaudit.analyzer.recall;
