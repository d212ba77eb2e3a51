package org.gfpaudit.testdata.mutate;

/**
 * A copy of the function around a site, changed.
 *
 * @param mutation the name of what was done
 * @param text the copy, with what stands before and behind it
 * @param callee the offset of the called name in it
 */
record Mutant(String mutation, Site site, String text, int callee) {}
