package org.gfpaudit.analyzer.facts;

import org.gfpaudit.grammar.source.Span;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Symbol;

/**
 * A store of a mask into a field that somebody asked for.
 *
 * @param field the field's token
 * @param symbol the field that is stored to
 * @param text the stored expression on one line
 */
public record StoreFact(Span field, Symbol.Field symbol, String text, MaskValue value) {}
