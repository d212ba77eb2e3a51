/**
 * What is known of the findings of an audit already?
 *
 * <p>A {@link Review} is an audit held against baselines and waivers: it gives each finding a
 * {@link Standing} (new, known, changed or waived), lists what is gone, and remarks on waivers that
 * expired or cover nothing. It is what every report of findings is made from; without a baseline,
 * all findings are new. {@link Difference} compares two audits in the same way, and {@link
 * Timeline} follows findings over many revisions. Reviews and timelines can be had without all that
 * matters less than some level.
 *
 * <p>{@link LostGuards} holds what reclaim may do in two states against each other: what kept it
 * out in the one and does not in the other is a finding of the other, or mended in the one.
 *
 * <p>Findings are matched by {@link Baseline#compare} in steps, each for what the step before left
 * over: by the whole fingerprint, by the content without the file (the function moved), and by the
 * old line where it is known (the function got another name). A known finding answers for one
 * finding of the audit, never for all that look alike. The package reads no files and knows no
 * dates but the one it is given.
 *
 * <p>Example: a baseline holds a finding of {@code fs/a.c}; the function moved to {@code fs/b.c};
 * the finding there is known, and nothing is gone.
 */
package org.gfpaudit.rules.review;
