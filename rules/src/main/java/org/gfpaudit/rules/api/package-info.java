/**
 * What a rule is: a constant descriptor that turns an audited row into a report, or not.
 *
 * <p>Rules read nothing and print nothing. {@link org.gfpaudit.rules.api.Reporter} runs them over
 * rows; the list of all rules is {@code org.gfpaudit.rules.catalog.RuleCatalog}.
 */
package org.gfpaudit.rules.api;
