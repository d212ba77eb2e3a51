/**
 * Random programs whose truth is known. A generator makes small programs of a model of its own, an
 * interpreter walks every way through them and says which masks reach each call, and the verdicts
 * of the analyser are compared with that. Nothing here but {@code Oracle} sees the analyser, and
 * the interpreter knows neither its parser nor its domain of masks: what both say alike was found
 * out twice.
 */
package org.gfpaudit.testdata.truth;
