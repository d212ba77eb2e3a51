/**
 * Revisions of a git repository, by the git program: it knows every kind of repository that there
 * is. Nothing is written, nothing is fetched, and what a repository's configuration would run is
 * not run.
 */
package org.gfpaudit.analyzer.git;
