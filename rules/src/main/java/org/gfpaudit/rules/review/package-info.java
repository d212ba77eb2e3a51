/**
 * Findings in the light of what is known already: of an older run, of waivers, of fixes that were
 * proven. What a report of findings is made from.
 */
package org.gfpaudit.rules.review;
