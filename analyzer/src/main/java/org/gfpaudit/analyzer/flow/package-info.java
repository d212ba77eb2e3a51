/** The mask problem: what each variable can hold, and in which task scope each call is made. */
package org.gfpaudit.analyzer.flow;
