/**
 * When did each finding of a repository appear, and when did it go?
 *
 * <p>{@link History#run} takes a request and a range of revisions and gives a {@link
 * org.gfpaudit.rules.review.Timeline}. It goes from commit to commit without files: a revision
 * costs the blobs it changed, and an audit only where the result of the last one depends on one of
 * them.
 *
 * <p>Example: of forty commits that touch other files, the first is audited, and the others are
 * said to be as before.
 */
package org.gfpaudit.analyzer.history;
