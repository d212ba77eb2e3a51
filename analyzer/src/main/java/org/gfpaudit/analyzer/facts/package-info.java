/**
 * What the phases hand to each other: values that are equal where their parts are, that no phase
 * changes after it made them, and that ask nothing.
 */
package org.gfpaudit.analyzer.facts;
