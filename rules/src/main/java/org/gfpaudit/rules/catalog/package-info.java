/** The one list of all rules. Nothing is found by scanning; a new rule is a new line here. */
package org.gfpaudit.rules.catalog;
