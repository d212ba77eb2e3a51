/**
 * The rules, for people: what {@code gfpaudit rules} prints.
 *
 * <p>It takes descriptors of rules and writes either a list with id, level and title, or one rule
 * in full with its help text and the samples that show it. These texts are the project's own and so
 * need no escaping. {@code reports.json} has the same for programs.
 *
 * <p>Example: {@code raw-mask error A mapping's raw mask reaches slab or bio memory}.
 */
package org.gfpaudit.reports.rules;
