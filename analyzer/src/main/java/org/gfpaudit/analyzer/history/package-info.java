/**
 * When did each finding of a repository appear, and when did it go?
 *
 * <p>{@link History#run} takes a request and a range of revisions and tells a {@link Step} for
 * each; {@link Telling} makes a {@link org.gfpaudit.rules.review.Timeline} of them. Where several
 * runs share a range, each writes the steps of its {@link Share} down ({@link ShardWriter}), and
 * {@link ShardReader} tells those of all. {@link History} goes from commit to commit without files:
 * a revision costs the blobs it changed, and an audit only where the result of the last one depends
 * on one of them.
 *
 * <p>Example: of forty commits that touch other files, the first is audited, and the others are
 * said to be as before.
 */
package org.gfpaudit.analyzer.history;
