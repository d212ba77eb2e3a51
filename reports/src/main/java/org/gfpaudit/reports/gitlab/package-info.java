/**
 * Findings as a code quality report of GitLab.
 *
 * <p>It takes a review and writes one JSON array with an object for each new finding: description,
 * rule, fingerprint, severity and place. GitLab compares the reports of two branches by the
 * fingerprints and shows the difference in the merge request. Levels become severities: an error is
 * {@code major}, a warning {@code minor}, and a note {@code info}.
 *
 * <p>Example: {@code {"type": "issue", "check_name": "hardcoded", "fingerprint": "...", "location":
 * {"path": "fs/mpage.c", ...}}}.
 */
package org.gfpaudit.reports.gitlab;
