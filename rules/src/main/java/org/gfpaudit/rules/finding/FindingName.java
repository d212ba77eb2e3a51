package org.gfpaudit.rules.finding;

/**
 * What a finding is called.
 *
 * @param id stable across runs of one tree, unique in it: {@code G} and eight hexadecimal digits
 * @param fingerprint the same in runs of different trees, as long as the finding is the same
 */
public record FindingName(String id, Fingerprint fingerprint) {}
