/**
 * Breaks and rewrites real sites of a real tree, and holds the analyser's answer against the right
 * one. Each mutant is a copy of the function around a site, with one mutation in it and a name of
 * its own, that stands behind the original in the same file; so one audit judges hundreds. The
 * kinds of mutation are data in {@code testdata/mutations}. Nothing here asks the analyser how C is
 * read: a small reader of its own finds functions, statements and arguments.
 */
package org.gfpaudit.testdata.mutate;
