/**
 * Findings as workflow commands of GitHub Actions, which become annotations on the lines of a pull
 * request.
 *
 * <p>It takes a review and writes one command for each new finding; known and waived findings are
 * left out. GitHub shows only the first ten annotations of a level, so each level keeps the order
 * of the findings. Characters that would end a command or a property are escaped as GitHub wants
 * it.
 *
 * <p>Example: {@code ::error file=fs/mpage.c,line=15,col=7,title=gfpaudit%3A hardcoded
 * Gc2e945d6::GFP_KERNEL reaches ...}.
 */
package org.gfpaudit.reports.github;
