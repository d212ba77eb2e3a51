/**
 * The one list of all rules.
 *
 * <p>{@link RuleCatalog} names each rule once, sorted by id, and answers which of them report
 * without being asked for and which rule has a given id. Nothing is found by scanning the class
 * path: a rule that is not in the list does not exist, and the list is checked before the first
 * file is read. The command line, the settings, the reports about rules and the manual are all made
 * from it.
 *
 * <p>Example: {@code RuleCatalog.byId("raw-mask")} gives the descriptor that {@code gfpaudit rules
 * raw-mask} shows.
 */
package org.gfpaudit.rules.catalog;
