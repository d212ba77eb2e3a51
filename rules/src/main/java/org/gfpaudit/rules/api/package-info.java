/**
 * What a rule is: a constant descriptor with one function that turns a subject into a report, or
 * says nothing.
 *
 * <p>A {@link Rule} has an id, a title, a level, a help text, examples and a {@link Rule.Check}.
 * The check is given a {@link Subject}: most often a {@link RowSubject}, a row of the audit table
 * with its judgement; a rule that is about something else has a subject of its own in its package.
 * Rules read nothing, print nothing and keep no state.
 *
 * <p>{@link Reporter} runs the rules over the subjects of one audit and gives findings, each with
 * its id and fingerprint ({@link Fingerprints}). A rank, which comes from the mappings that can
 * reach the code, replaces the level of the rule, and an exemption replaces both. The list of all
 * rules is {@code org.gfpaudit.rules.catalog.RuleCatalog}.
 *
 * <p>Example: {@code hardcoded} is given the row of {@code find_or_create_page(mapping, 0,
 * GFP_KERNEL)} and reports "GFP_KERNEL reaches find_or_create_page() in f(): the mapping's mask is
 * ignored".
 */
package org.gfpaudit.rules.api;
