/**
 * Revisions of a git repository as trees.
 *
 * <p>{@link GitRepository} is a repository and the directory in it that is looked at. {@link
 * RevisionTree} gives the files of one commit as a {@code SourceTree}, read by processes of {@code
 * git cat-file --batch}; {@link RevisionOverlay} is an older state as what differs from a newer
 * one; {@link CommitLog} goes from commit to commit with the blobs that each one changed; {@link
 * WorkTreeIds} knows the names of the contents of a work tree from git's own index.
 *
 * <p>The git program does the work, because it knows every kind of repository that there is. It is
 * only asked: nothing is written, nothing is fetched, and what the configuration of a repository
 * would run is not run. A failure is a {@link GitException} with git's own message or with what to
 * do. Example: {@code gfpaudit check v6.12 fs} audits the commit without touching the work tree.
 */
package org.gfpaudit.analyzer.git;
