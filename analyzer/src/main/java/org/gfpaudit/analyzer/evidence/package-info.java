/**
 * What speaks for a finding besides the way of its mask, as the mail of 2015 argues: computed for
 * findings only, from functions that are read anyway.
 */
package org.gfpaudit.analyzer.evidence;
