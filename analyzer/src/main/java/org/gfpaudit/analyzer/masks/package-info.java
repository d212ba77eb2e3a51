/** The mask phase: what each mask can hold that reaches a sink. */
package org.gfpaudit.analyzer.masks;
